package dev.concur.samples;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Spot;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.samples.Marker.Expect;
import dev.concur.samples.Marker.Labelled;
import dev.concur.samples.Marker.Miss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what one source file demands with what a report says of it. */
final class Judge {

  /** How much a report must say. */
  enum Demand {
    /** All that is marked, and nothing else. */
    ALL,
    /** It may keep silent or say unknown, but say nothing else. */
    NOTHING_ELSE
  }

  private final SampleFile file;
  private final Report report;
  private final int runtime;
  private final Demand demand;
  private final List<String> disagreements = new ArrayList<>();

  private Judge(SampleFile file, Report report, Demand demand) {
    this.file = file;
    this.report = report;
    this.runtime = report.target().runtime();
    this.demand = demand;
  }

  /** What the two do not agree on, in words; empty when they do. */
  static List<String> disagreements(SampleFile file, Report report, Demand demand) {
    Judge judge = new Judge(file, report, demand);
    judge.silence();
    if (demand == Demand.ALL) {
      judge.expected();
    }
    judge.labels();
    return judge.disagreements;
  }

  private void silence() {
    for (Advice advice : here()) {
      Finding finding = advice.finding();
      List<Expect> due = due().filter(expect -> explains(expect, finding)).toList();
      if (due.isEmpty()) {
        say(finding.at().line(), "unexpected %s: %s", finding.facets(), finding.message());
      }
      due.forEach(expect -> advised(expect, advice));
    }
    file.all(Miss.class)
        .filter(miss -> here().stream().anyMatch(advice -> found(miss, advice.finding())))
        .forEach(miss -> say(miss.lines().first(), "%s is no miss any more", miss.what()));
  }

  private void expected() {
    due()
        .forEach(
            expect ->
                expect.rules().stream()
                    .filter(rule -> here().stream().noneMatch(a -> shows(expect, rule, a)))
                    .forEach(rule -> say(expect.lines().first(), "not found: %s", rule)));
  }

  private void advised(Expect expect, Advice advice) {
    Remedy first = advice.first();
    String word =
        first.model().word() + first.lockChange().map(change -> "/" + change.word()).orElse("");
    expect
        .adviceOn(runtime)
        .filter(wanted -> !word.equals(wanted) && !word.startsWith(wanted + "/"))
        .ifPresent(
            wanted -> say(advice.finding().at().line(), "advised %s instead of %s", word, wanted));
  }

  private void labels() {
    file.all(Labelled.class).forEach(this::label);
  }

  private void label(Labelled marked) {
    Optional<Label> found =
        report.methods().stream()
            .filter(label -> ofThisFile(label.at()) && label.at().method().equals(marked.method()))
            .filter(label -> label.at().line() >= marked.lines().first())
            .min(Comparator.comparingInt(label -> label.at().line()));
    if (found.isEmpty()) {
      say(marked.lines().first(), "no label for %s", marked.method());
      return;
    }
    Label label = found.get();
    if (demand == Demand.NOTHING_ELSE && label.bound() == Bound.UNKNOWN) {
      return;
    }
    String wanted = words(marked.bound(), marked.kinds().stream(), marked.async());
    Stream<String> kinds = label.kinds().stream().map(Kind::word);
    String said = words(label.bound(), kinds, label.async());
    if (!agree(marked, label)) {
      say(marked.lines().first(), "%s is labelled %s instead of %s", marked.method(), said, wanted);
    }
  }

  private static boolean agree(Labelled marked, Label label) {
    List<String> kinds = label.kinds().stream().map(Kind::word).toList();
    boolean strongest =
        marked.kinds().isEmpty() || !kinds.isEmpty() && kinds.get(0).equals(marked.kinds().get(0));
    return marked.bound() == label.bound()
        && (marked.async() == label.async() || !marked.async() && label.blocking())
        && strongest
        && kinds.containsAll(marked.kinds())
        && (label.bound() != Bound.LIGHT || !label.async() || !label.blocking());
  }

  private static String words(Bound bound, Stream<String> kinds, boolean async) {
    Stream<String> rest = Stream.concat(kinds, async ? Stream.of("async") : Stream.of());
    return Stream.concat(Stream.of(bound.word()), rest).toList().toString();
  }

  private List<Advice> here() {
    return report.advice().stream()
        .filter(advice -> advice.finding().suppressed().isEmpty())
        .filter(advice -> ofThisFile(advice.finding().at()))
        .toList();
  }

  private Stream<Expect> due() {
    return file.all(Expect.class).filter(expect -> expect.appliesTo(runtime));
  }

  private static boolean explains(Expect expect, Finding finding) {
    return expect.lines().contain(finding.at().line())
        && finding.facets().stream().anyMatch(expect.rules()::contains);
  }

  private static boolean shows(Expect expect, String rule, Advice advice) {
    Finding finding = advice.finding();
    return expect.lines().contain(finding.at().line()) && finding.facets().contains(rule);
  }

  private static boolean found(Miss miss, Finding finding) {
    return miss.lines().contain(finding.at().line()) && finding.facets().contains(miss.what());
  }

  private boolean ofThisFile(Spot spot) {
    return spot.file().equals(file.path()) || spot.file().endsWith("/" + file.path());
  }

  private void say(int line, String format, Object... arguments) {
    disagreements.add(file.path() + ":" + line + ": " + String.format(format, arguments));
  }
}
