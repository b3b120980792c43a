package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Remedy;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.report.RuleTexts.RuleText;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Every finding, folded: its chain of calls, its source, its locks, its remedies. */
final class HtmlFindings {

  // A page with more does not scroll well; the JSON report has them all.
  private static final int MOST = 2000;
  private static final int AROUND = 5;

  private final Html html;
  private final Report report;
  private final Summary summary;
  private final WriterContext context;
  private final Anchors anchors;

  HtmlFindings(Html html, Report report, Summary summary, WriterContext context) {
    this.html = html;
    this.report = report;
    this.summary = summary;
    this.context = context;
    this.anchors = Anchors.of(report);
  }

  /** A link to the finding. */
  static String anchor(Advice advice) {
    return "#" + id(advice);
  }

  private static String id(Advice advice) {
    return "finding-" + advice.finding().id();
  }

  void write() throws IOException {
    html.open("section", "id", "findings").leaf("h2", "Findings, by expected gain");
    if (report.advice().isEmpty()) {
      html.leaf("p", "None.", "class", "lead").close();
      return;
    }
    writeFilters();
    html.open("div", "id", "finding-list");
    List<Advice> shown = summary.ordered().subList(0, Math.min(MOST, summary.ordered().size()));
    for (Advice advice : shown) {
      writeFinding(advice);
    }
    html.close();
    if (shown.size() < summary.ordered().size()) {
      int left = summary.ordered().size() - shown.size();
      html.leaf("p", Words.count(left) + " more, of lower rank, stand in the JSON report.");
    }
    html.close();
  }

  private void writeFilters() throws IOException {
    html.open("form", "class", "filters", "id", "finding-filter", "role", "search");
    html.open("label").text("Search ");
    html.empty("input", "type", "search", "name", "text", "placeholder", "rule, class, words");
    html.close();
    html.open("fieldset").leaf("legend", "Severity");
    for (Severity severity : summary.severities().keySet()) {
      check("severity", severity.word());
    }
    if (summary.suppressed() > 0) {
      check("severity", "suppressed");
    }
    html.close();
    html.leaf("output", "", "id", "finding-count", "aria-live", "polite").close();
  }

  private void check(String name, String value) throws IOException {
    html.open("label");
    html.empty("input", "type", "checkbox", "name", name, "value", value, "checked", "");
    html.text(" " + value).close();
  }

  private void writeFinding(Advice advice) throws IOException {
    Finding finding = advice.finding();
    String severity = finding.suppressed().isPresent() ? "suppressed" : finding.severity().word();
    html.open(
        "details", "class", "finding " + severity, "id", id(advice), "data-severity", severity);
    html.open("summary").leaf("span", severity, "class", "badge " + severity);
    html.text(" ").leaf("b", finding.rule()).text(" ");
    html.leaf("span", Words.withoutPackages(finding.message()), "class", "message");
    html.leaf("span", gain(advice), "class", "gain").close();
    html.open("div", "class", "body");
    html.open("p").leaf("code", finding.at().asStackFrame()).close();
    writeExcerpt(finding.at());
    writeChain(finding);
    writeLocks(finding);
    for (Remedy remedy : advice.remedies()) {
      writeRemedy(remedy);
    }
    writeRule(advice);
    html.close().close();
  }

  private static String gain(Advice advice) {
    return Summary.proposed(advice)
        .map(Words::figures)
        .map(figures -> figures.isEmpty() ? "" : figures.substring(2))
        .orElse("");
  }

  private void writeExcerpt(Spot at) throws IOException {
    List<String> lines = context.sources().textOf(at).lines().toList();
    if (at.line() < 1 || at.line() > lines.size()) {
      return;
    }
    int from = Math.max(1, at.line() - AROUND);
    int to = Math.min(lines.size(), at.line() + AROUND);
    html.open("figure", "class", "excerpt");
    html.leaf("figcaption", context.sources().pathOf(at));
    html.open("pre", "tabindex", "0");
    for (int line = from; line <= to; line++) {
      String text = "%5d  %s".formatted(line, lines.get(line - 1));
      if (line == at.line()) {
        html.leaf("mark", text).text("\n");
      } else {
        html.text(text + "\n");
      }
    }
    html.close().close();
  }

  private void writeChain(Finding finding) throws IOException {
    if (finding.evidence().isEmpty()) {
      return;
    }
    html.leaf("h3", "Chain of calls").open("ol", "class", "chain");
    for (Spot spot : finding.evidence()) {
      html.open("li").leaf("code", spot.asStackFrame());
      html.leaf("span", spot.note().isEmpty() ? "" : " " + spot.note()).close();
    }
    html.close();
  }

  private void writeLocks(Finding finding) throws IOException {
    for (String lock : finding.locks()) {
      html.open("p").text("Lock: ");
      if (anchors.knows(lock)) {
        html.open("a", "href", "#" + anchors.of(lock)).leaf("code", lock).close();
      } else {
        html.leaf("code", lock);
      }
      html.close();
    }
  }

  private void writeRemedy(Remedy remedy) throws IOException {
    String status = Words.of(remedy.status());
    html.open("div", "class", "remedy " + status).open("h3");
    html.leaf("span", status, "class", "badge " + status);
    String way = remedy.lockChange().map(LockChange::word).orElse(remedy.model().word());
    html.text(" " + way).close();
    if (remedy.status() == Remedy.Status.REJECTED) {
      html.leaf("p", remedy.why()).close();
      return;
    }
    html.leaf("p", Words.withoutPackages(remedy.change()), "class", "change");
    paragraph("", remedy.why());
    paragraph("Holds when: ", remedy.when());
    paragraph("Sized: ", Words.sizes(remedy.parameters()));
    new HtmlFigures(html).beside(remedy);
    paragraph("Predicted ", remedy.predicted().map(Words::prediction).orElse(""));
    HtmlFirst.writeVerdict(html, remedy);
    html.close();
  }

  private void paragraph(String before, String text) throws IOException {
    if (!text.isEmpty()) {
      html.leaf("p", before + text, "class", "small");
    }
  }

  private void writeRule(Advice advice) throws IOException {
    Finding finding = advice.finding();
    Optional<RuleText> text = context.rules().of(finding.rule());
    if (text.isPresent()) {
      html.leaf("h3", text.get().title()).leaf("p", text.get().full());
    }
    if (finding.suppressed().isPresent()) {
      Finding.Suppression by = finding.suppressed().get();
      String why = by.justification().isEmpty() ? "" : ": " + by.justification();
      html.leaf("p", "Suppressed by " + by.by() + why);
    }
    html.leaf(
        "p",
        "Rank %.0f of 100, %s confidence, rules that fit: %s."
            .formatted(
                Summary.rank(advice),
                finding.confidence().word(),
                String.join(", ", finding.facets())),
        "class",
        "small");
  }
}
