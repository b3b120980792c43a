package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.Advisor;
import dev.concur.advise.Remedy;
import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.lock.Locks;
import dev.concur.lock.Snippet;
import dev.concur.model.Machine;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Target;
import dev.concur.read.ProgramReader;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import java.util.List;

/** What is advised for Java text, on two cores. */
final class Advised {

  private static final Machine TWO_CORES = new Machine(2, 4_000_000_000L);

  private final List<Advice> advice;

  private Advised(List<Advice> advice) {
    this.advice = advice;
  }

  static Advised on(int runtime, String... units) {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(units)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    Target target = new Target(17, runtime, Target.Mode.APPLICATION);
    Program program = new AnalyzedProgram(linked, costs, Locks.of(linked, costs), target);
    return new Advised(Advisor.advise(program, Rules.findings(program), TWO_CORES));
  }

  /** Rules and remedies at a method, first thing first: {@code gil-io: lock-change stripe}. */
  List<String> at(String method) {
    return advice.stream()
        .filter(one -> one.finding().at().method().equals(method))
        .map(one -> one.finding().rule() + ": " + words(one.remedies().get(0)))
        .toList();
  }

  /** What is recommended first at a method. */
  Remedy first(String method) {
    return advice.stream()
        .filter(one -> one.finding().at().method().equals(method))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing at " + method))
        .remedies()
        .get(0);
  }

  /** How loud the first finding at a method is. */
  Severity severity(String method) {
    return advice.stream()
        .map(Advice::finding)
        .filter(finding -> finding.at().method().equals(method))
        .map(Finding::severity)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing at " + method));
  }

  private static String words(Remedy remedy) {
    String change = remedy.lockChange().map(how -> " " + how.word()).orElse("");
    return remedy.model().word() + change;
  }
}
