package dev.concur.samples;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Spot;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.samples.Disagreement.Sort;
import dev.concur.samples.Marker.Expect;
import dev.concur.samples.Marker.Known;
import dev.concur.samples.Marker.Labelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what one source file demands with what a report says of it. */
final class Judge {

  private final SampleFile file;
  private final Report report;
  private final int runtime;
  private final Demand demand;
  private final List<Disagreement> disagreements = new ArrayList<>();

  private Judge(SampleFile file, Report report, Demand demand) {
    this.file = file;
    this.report = report;
    this.runtime = report.target().runtime();
    this.demand = demand;
  }

  /** What the two do not agree on, in words; empty when they do, or differ as is known. */
  static List<String> disagreements(SampleFile file, Report report, Demand demand) {
    Judge judge = new Judge(file, report, demand);
    judge.silence();
    if (!demand.mayKeepSilent()) {
      judge.expected();
    }
    judge.labels();
    return judge.unknown();
  }

  private void silence() {
    for (Advice advice : here()) {
      Finding finding = advice.finding();
      List<Expect> due = due().filter(expect -> explains(expect, finding)).toList();
      if (due.isEmpty()) {
        String text = String.format("unexpected %s: %s", finding.facets(), finding.message());
        say(Sort.NOISE, finding.at().line(), finding.rule(), text);
      }
      due.forEach(expect -> advised(expect, advice));
    }
  }

  private void expected() {
    due()
        .forEach(
            expect ->
                expect.rules().stream()
                    .filter(demand::knows)
                    .filter(rule -> here().stream().noneMatch(a -> shows(expect, rule, a)))
                    .forEach(rule -> notFound(expect, rule)));
  }

  private void notFound(Expect expect, String rule) {
    say(Sort.MISS, expect.lines().first(), rule, "not found: " + rule);
  }

  private void advised(Expect expect, Advice advice) {
    Remedy first = advice.first();
    String word =
        first.model().word() + first.lockChange().map(change -> "/" + change.word()).orElse("");
    expect
        .adviceOn(runtime)
        .filter(wanted -> !word.equals(wanted) && !word.startsWith(wanted + "/"))
        .map(wanted -> "advised %s instead of %s".formatted(word, wanted))
        .ifPresent(text -> say(Sort.MISS, advice.finding().at().line(), "advice", text));
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
      unlabelled(marked);
      return;
    }
    Label label = found.get();
    if (!agree(marked, label) && !demand.mayLabel(marked, label)) {
      String wanted = words(marked.bound(), marked.kinds().stream(), marked.async());
      String said = words(label.bound(), label.kinds().stream().map(Kind::word), label.async());
      String text = "%s is labelled %s instead of %s".formatted(marked.method(), said, wanted);
      say(Sort.MISS, marked.lines().first(), "label", text);
    }
  }

  private void unlabelled(Labelled marked) {
    if (!demand.mayKeepSilent()) {
      say(Sort.MISS, marked.lines().first(), "label", "no label for " + marked.method());
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

  /** Drops what is marked as known, and demands that what is marked is still so. */
  private List<String> unknown() {
    List<Known> known =
        file.all(Known.class).filter(each -> each.runtimes().contain(runtime)).toList();
    Stream<String> news =
        disagreements.stream()
            .filter(each -> known.stream().noneMatch(each::isKnownAs))
            .map(each -> file.path() + ":" + each.line() + ": " + each.text());
    Stream<String> gone =
        known.stream()
            .filter(each -> !demand.mayKeepSilent())
            .filter(each -> disagreements.stream().noneMatch(d -> d.isKnownAs(each)))
            .map(each -> "%s is no %s any more".formatted(each.what(), each.sort().word()))
            .map(text -> file.path() + ": " + text);
    return Stream.concat(news, gone).toList();
  }

  private List<Advice> here() {
    return report.advice().stream()
        .filter(advice -> advice.finding().suppressed().isEmpty())
        .filter(advice -> !demand.silences(advice.finding()))
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

  private boolean ofThisFile(Spot spot) {
    return spot.file().equals(file.path()) || spot.file().endsWith("/" + file.path());
  }

  private void say(Sort sort, int line, String what, String text) {
    disagreements.add(new Disagreement(sort, line, what, text));
  }
}
