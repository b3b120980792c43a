package dev.concur.rule;

import dev.concur.model.Label;
import dev.concur.model.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One walk over a program that hands every subject to every rule that asked for its kind. */
final class Walk {

  private final Program program;
  private final List<Rule> rules;
  private final List<Facet> facets = new ArrayList<>();

  private Walk(Program program, List<Rule> rules) {
    this.program = program;
    this.rules = rules;
  }

  static List<Facet> over(Program program, List<? extends Rule> rules) {
    Walk walk = new Walk(program, applicable(program, rules));
    walk.locks();
    walk.handOffs();
    walk.loops();
    walk.methods();
    walk.calls();
    return walk.facets;
  }

  private static List<Rule> applicable(Program program, List<? extends Rule> rules) {
    int runtime = program.target().runtime();
    return rules.stream().<Rule>map(r -> r).filter(r -> r.releases().contains(runtime)).toList();
  }

  private void locks() {
    program
        .locks()
        .forEach(
            use ->
                ask(
                    LockRule.class,
                    new Subject.OfLock(use),
                    (rule, answers) -> rule.look(use, program, answers)));
  }

  private void handOffs() {
    program
        .handOffs()
        .forEach(
            handOff ->
                ask(
                    HandOffRule.class,
                    new Subject.OfHandOff(handOff),
                    (rule, answers) -> rule.look(handOff, program, answers)));
  }

  private void loops() {
    program
        .loops()
        .forEach(
            loop ->
                ask(
                    LoopRule.class,
                    new Subject.OfLoop(loop),
                    (rule, answers) -> rule.look(loop, program, answers)));
  }

  private void methods() {
    program
        .methods()
        .forEach(
            label ->
                ask(
                    MethodRule.class,
                    new Subject.OfMethod(label),
                    (rule, answers) -> rule.look(label, program, answers)));
  }

  private void calls() {
    // Most programs have far more calls than anything else, so nobody asks for them in vain.
    if (rules.stream().anyMatch(CallRule.class::isInstance)) {
      program.methods().forEach(this::callsIn);
    }
  }

  private void callsIn(Label caller) {
    program
        .calls(caller.method())
        .forEach(
            call ->
                ask(
                    CallRule.class,
                    new Subject.OfCall(call, caller),
                    (rule, answers) -> rule.look(call, caller, program, answers)));
  }

  private <R extends Rule> void ask(
      Class<R> kind, Subject subject, BiConsumer<R, Facets> question) {
    for (Rule rule : rules) {
      if (kind.isInstance(rule)) {
        Facets answers = new Facets(rule, subject);
        question.accept(kind.cast(rule), answers);
        facets.addAll(answers.toList());
      }
    }
  }
}
