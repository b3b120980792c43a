package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Bound;
import dev.concur.model.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The first screen: what to do first, what it brings, what comes after, and how the code base
 * stands.
 */
final class HtmlFirst {

  private static final int AFTER = 5;

  private final Html html;
  private final Report report;
  private final Summary summary;
  private final HtmlFigures figures;

  HtmlFirst(Html html, Report report, Summary summary) {
    this.html = html;
    this.report = report;
    this.summary = summary;
    this.figures = new HtmlFigures(html);
  }

  void write() throws IOException {
    html.open("section", "id", "first");
    html.open("div", "class", "columns").open("div", "class", "card main");
    html.leaf("h2", "Do this first");
    writeFirst();
    html.close().open("div", "class", "card");
    html.leaf("h2", "How it stands");
    writeStanding();
    html.close().close();
    writeAfter();
    html.close();
  }

  private void writeFirst() throws IOException {
    if (summary.first().isEmpty()) {
      html.leaf("p", nothingToDo(), "class", "change");
      return;
    }
    Advice first = summary.first().get();
    Remedy remedy = Summary.recommended(first).orElseThrow();
    html.leaf("p", Words.withoutPackages(remedy.change()), "class", "change");
    html.open("p").leaf("a", first.finding().rule(), "href", HtmlFindings.anchor(first)).text(" ");
    html.leaf("code", first.finding().at().asStackFrame()).close();
    html.leaf("p", Words.withoutPackages(first.finding().message()));
    figures.beside(remedy);
    writeVerdict(html, remedy);
    if (remedy.predicted().isPresent()) {
      String words = "Predicted " + Words.prediction(remedy.predicted().get()) + ".";
      html.leaf("p", words, "class", "small");
    }
  }

  private String nothingToDo() {
    return report.classes() == 0
        ? "Nothing was read, so there is nothing to say."
        : "N" + summary.nothingFirst().substring(1) + ".";
  }

  /** The verdict with everything that is needed to judge it. */
  static void writeVerdict(Html html, Remedy remedy) throws IOException {
    if (remedy.verdict().isEmpty()) {
      return;
    }
    Verdict verdict = remedy.verdict().get();
    html.open("p").leaf("span", verdict.word(), "class", "badge " + verdict.word());
    html.text(" " + verdict.reason()).close();
    if (verdict.measured().isEmpty()) {
      return;
    }
    Measurement measured = verdict.measured().get();
    html.leaf("p", Words.circumstances(measured) + ".", "class", "small");
  }

  private void writeStanding() throws IOException {
    html.open("dl", "class", "facts");
    fact(
        "Read",
        Words.count(report.classes(), "class")
            + ", "
            + Words.count(report.methods().size(), "method"));
    fact("In", Words.few(report.roots(), 3));
    fact("For", target());
    html.leaf("dt", "Findings").open("dd");
    for (Map.Entry<Severity, Integer> severity : summary.severities().entrySet()) {
      String word = severity.getKey().word();
      html.leaf("span", Words.count(severity.getValue(), word), "class", "badge " + word).text(" ");
    }
    html.text(summary.suppressed() > 0 ? summary.suppressed() + " suppressed" : "").close();
    if (!summary.verdicts().isEmpty()) {
      html.leaf("dt", "Measured").open("dd");
      for (Map.Entry<String, Integer> verdict : summary.verdicts().entrySet()) {
        html.leaf(
                "span",
                verdict.getValue() + " " + verdict.getKey(),
                "class",
                "badge " + verdict.getKey())
            .text(" ");
      }
      html.close();
    }
    if (report.predictionError().filter(error -> error.n() > 0).isPresent()) {
      fact("Our error", Words.predictionError(report.predictionError().get()));
    }
    html.close();
    writeBounds();
  }

  private void writeBounds() throws IOException {
    if (report.methods().isEmpty()) {
      return;
    }
    html.leaf("h3", "Methods by what limits them");
    figures.stack(summary.bounds());
    html.open("ul", "class", "legend");
    for (Map.Entry<Bound, Integer> bound : summary.bounds().entrySet()) {
      String word = bound.getKey().word();
      html.open("li").open("span", "class", "key " + word).close();
      html.text(word + " " + Words.count(bound.getValue())).close();
    }
    html.close();
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

  private void fact(String name, String value) throws IOException {
    html.leaf("dt", name).leaf("dd", value);
  }

  private void writeAfter() throws IOException {
    List<Advice> after =
        summary.counting().stream()
            .filter(Summary::asksForAction)
            .filter(advice -> summary.first().filter(advice::equals).isEmpty())
            .limit(AFTER)
            .toList();
    if (after.isEmpty()) {
      return;
    }
    html.leaf("h3", "Then").open("ol", "class", "then", "start", "2");
    for (Advice advice : after) {
      Remedy remedy = Summary.recommended(advice).orElseThrow();
      html.open("li")
          .leaf("a", Words.withoutPackages(remedy.change()), "href", HtmlFindings.anchor(advice));
      html.leaf("span", " " + advice.finding().rule() + Words.figures(remedy), "class", "small");
      html.close();
    }
    html.close();
  }
}
