package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.report.RuleTexts.RuleText;
import dev.concur.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every finding, folded: its chain of calls, its source, its locks, its remedies. */
record HtmlFindings(Summary summary, WriterContext context, Anchors anchors) {

  // A page with more does not scroll well; the JSON report has them all.
  private static final int MOST = 2000;
  private static final int AROUND = 5;
  private static final String SUPPRESSED = "suppressed";

  /** A line of source with its number. */
  record Line(String text, boolean guilty) {}

  /** Where on the page the finding is. */
  static String idOf(Advice advice) {
    return "finding-" + advice.finding().id();
  }

  List<Advice> all() {
    return summary.ordered();
  }

  List<Advice> shown() {
    return all().subList(0, Math.min(MOST, all().size()));
  }

  /** What can be shown or hidden. */
  List<String> severities() {
    Stream<String> severities = summary.severities().keySet().stream().map(Severity::word);
    return Stream.concat(
            severities, summary.suppressed() > 0 ? Stream.of(SUPPRESSED) : Stream.empty())
        .toList();
  }

  static String severityOf(Finding finding) {
    return finding.suppressed().isPresent() ? SUPPRESSED : finding.severity().word();
  }

  static String gain(Advice advice) {
    return Summary.proposed(advice)
        .map(Words::figures)
        .map(figures -> figures.isEmpty() ? "" : figures.substring(2))
        .orElse("");
  }

  /** The lines around a place, or none when the source is not at hand. */
  List<Line> excerpt(Spot at) {
    List<String> lines = context.sources().textOf(at).lines().toList();
    List<Line> excerpt = new ArrayList<>();
    if (at.line() >= 1 && at.line() <= lines.size()) {
      int to = Math.min(lines.size(), at.line() + AROUND);
      for (int line = Math.max(1, at.line() - AROUND); line <= to; line++) {
        String text = "%5d  %s".formatted(line, lines.get(line - 1));
        excerpt.add(new Line(text, line == at.line()));
      }
    }
    return excerpt;
  }

  /** The change that follows its first remedy, where that is small and was understood in full. */
  Optional<HtmlPatch> patch(Advice advice) {
    return patch(advice, context.sources());
  }

  static Optional<HtmlPatch> patch(Advice advice, SourceTexts sources) {
    return sources.patchOf(advice).map(patch -> HtmlPatch.of(patch, advice.first()));
  }

  /** Whether a baseline is compared with that does not have it. */
  boolean isMarkedNew(Advice advice) {
    return context.known().isPresent() && context.isNew(advice);
  }

  String pathOf(Spot at) {
    return context.sources().pathOf(at);
  }

  static String way(Remedy remedy) {
    return remedy.way();
  }

  /** Why, when it holds, and in what sizes. */
  static List<String> conditions(Remedy remedy) {
    List<String> conditions = new ArrayList<>();
    add(conditions, "", remedy.why());
    add(conditions, "Holds when: ", remedy.when());
    add(conditions, "Sized: ", Words.sizes(remedy.parameters()));
    return conditions;
  }

  private static void add(List<String> conditions, String before, String text) {
    if (!text.isEmpty()) {
      conditions.add(before + text);
    }
  }

  Optional<RuleText> textOf(Finding finding) {
    return context.rules().of(finding.rule());
  }

  static String suppression(Finding finding) {
    Finding.Suppression by = finding.suppressed().orElseThrow();
    return "Suppressed by "
        + by.by()
        + (by.justification().isEmpty() ? "" : ": " + by.justification());
  }

  static String standing(Advice advice) {
    return "Rank %.0f of 100, %s confidence, rules that fit: %s."
        .formatted(
            Summary.rank(advice),
            advice.finding().confidence().word(),
            String.join(", ", advice.finding().facets()));
  }
}
