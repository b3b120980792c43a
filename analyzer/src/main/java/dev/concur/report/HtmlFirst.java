package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first screen: what to do first, what it brings, what comes next, and how it stands. */
record HtmlFirst(Report report, Summary summary, WriterContext context) {

  private static final int STEPS = 8;

  Optional<Advice> advice() {
    return summary.first();
  }

  Remedy remedy() {
    return Summary.recommended(advice().orElseThrow()).orElseThrow();
  }

  /** The change of one step, where it can be made by itself. */
  Optional<HtmlPatch> patch(Advice advice) {
    return HtmlFindings.patch(advice, context.sources());
  }

  String nothingToDo() {
    return report.classes() == 0
        ? "Nothing was read, so there is nothing to say."
        : "N" + summary.nothingFirst().substring(1) + ".";
  }

  /** What to do, in order, the first included. */
  List<Advice> steps() {
    List<Advice> steps = new ArrayList<>(summary.first().stream().toList());
    summary.counting().stream()
        .filter(Summary::asksForAction)
        .filter(advice -> summary.first().filter(advice::equals).isEmpty())
        .limit(STEPS - 1)
        .forEach(steps::add);
    return steps;
  }

  /** One axis for all steps, so that they can be compared. */
  Charts.Axis axis() {
    return Charts.axisOf(
        steps().stream().flatMap(step -> Summary.recommended(step).stream()).toList());
  }

  List<HtmlFact> facts() {
    String read =
        Words.count(report.classes(), "class")
            + ", "
            + Words.count(report.methods().size(), "method");
    return List.of(
        new HtmlFact("Read", read),
        new HtmlFact("In", Words.few(context.rootsOf(report), 3)),
        new HtmlFact("For", target()));
  }

  /** What measures the advice; empty when there is nothing to measure or it was measured. */
  Optional<String> notMeasured() {
    return summary.verdicts().isEmpty() && summary.counting().stream().anyMatch(Summary::measurable)
        ? Optional.of(context.commands().verify())
        : Optional.empty();
  }

  private String target() {
    return "Java %d code on Java %d, %s%s"
        .formatted(
            report.target().release(),
            report.target().runtime(),
            Words.count(report.machine().cores(), "core"),
            report.machine().memoryBytes() > 0
                ? ", " + Words.bytes(report.machine().memoryBytes())
                : "");
  }

  String suppressed() {
    return summary.suppressed() > 0 ? summary.suppressed() + " suppressed" : "";
  }

  /** How far our predictions were off, or empty. */
  String ourError() {
    return report
        .predictionError()
        .filter(error -> error.n() > 0)
        .map(Words::predictionError)
        .orElse("");
  }
}
