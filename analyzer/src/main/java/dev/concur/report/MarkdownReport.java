package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.LockUse;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A comment for a pull request or the summary of a workflow step: what to do first, the findings,
 * folded details.
 */
final class MarkdownReport implements ReportWriter {

  // GitHub takes 65,536 characters in a comment, and a step summary of 1 MiB.
  private static final int LONGEST = 60_000;
  // A reviewer reads a screen, not a report; that one has all.
  private static final int ROWS = 25;
  private static final int DETAILED = 10;
  private static final int LOCKS = 5;

  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    Summary summary = Summary.of(report);
    StringBuilder text = new StringBuilder(summary(report, summary, context));
    List<Advice> counting = newOnesFirst(summary, context);
    if (!counting.isEmpty()) {
      text.append("\n| | rule | where | what it brings |\n|--|--|--|--|\n");
    }
    int shown =
        appendWhileShort(text, counting.stream().limit(ROWS).map(a -> row(a, context)).toList());
    if (shown < counting.size()) {
      text.append('\n').append(Words.count(counting.size() - shown)).append(" more findings.\n");
    }
    text.append(next(summary, context));
    appendWhileShort(
        text,
        counting.stream()
            .filter(advice -> advice.finding().severity() != Severity.NOTE)
            .limit(DETAILED)
            .map(MarkdownReport::details)
            .toList());
    appendWhileShort(text, problems(report));
    out.append(text);
  }

  private static int appendWhileShort(StringBuilder text, List<String> parts) {
    int shown = 0;
    for (String part : parts) {
      if (text.length() + part.length() > LONGEST) {
        return shown;
      }
      text.append(part);
      shown++;
    }
    return shown;
  }

  /** What a reader types next. */
  private static String next(Summary summary, WriterContext context) {
    List<String> steps = new ArrayList<>();
    if (summary.counting().stream().anyMatch(Summary::measurable)) {
      steps.add(Markdown.code(context.commands().verify()) + " measures it");
    }
    if (!summary.counting().isEmpty()) {
      steps.add(Markdown.code(context.commands().page()) + " shows it all on one page");
    }
    return steps.isEmpty() ? "" : "\n**Next:** " + String.join("; ", steps) + ".\n";
  }

  private static String summary(Report report, Summary summary, WriterContext context) {
    StringBuilder text = new StringBuilder("## concur\n\n");
    text.append("**").append(summary.counts(context)).append("** in ");
    text.append(Words.count(report.classes(), "class")).append(", ");
    text.append(Words.count(report.methods().size(), "method"));
    text.append(" (").append(bounds(summary)).append(").\n");
    if (!summary.verdicts().isEmpty()) {
      List<String> verdicts = new ArrayList<>();
      summary.verdicts().forEach((word, n) -> verdicts.add(n + " " + word));
      text.append("\nMeasured: ").append(String.join(", ", verdicts)).append(".\n");
    }
    Summary.firstAmong(summary.news(context))
        .ifPresent(first -> text.append(firstThing(first, context)));
    appendLocks(text, summary.gilLike());
    return text.toString();
  }

  private static List<Advice> newOnesFirst(Summary summary, WriterContext context) {
    return summary.counting().stream()
        .sorted(Comparator.comparing(advice -> !context.isNew(advice)))
        .toList();
  }

  private static String bounds(Summary summary) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<Bound, Integer> bound : summary.bounds().entrySet()) {
      words.add(Words.count(bound.getValue()) + " " + bound.getKey().word());
    }
    return String.join(", ", words);
  }

  private static String firstThing(Advice first, WriterContext context) {
    Remedy remedy = Summary.recommended(first).orElseThrow();
    String figures = Words.figures(remedy);
    String brings = figures.isEmpty() ? "" : " (" + figures.substring(2) + ")";
    String place = Markdown.code(place(first.finding().at(), context));
    String change = Markdown.text(Words.withoutPackages(remedy.change()));
    return "\n**Do first:** " + change + " In " + place + brings + ".\n";
  }

  private static void appendLocks(StringBuilder text, List<LockUse> locks) {
    for (LockUse use : locks.subList(0, Math.min(LOCKS, locks.size()))) {
      text.append("\n- ")
          .append(Markdown.code(Words.withoutPackages(use.lock().words())))
          .append(": ");
      text.append(Words.natureOf(use)).append("; ").append(Words.holding(use));
    }
    text.append(locks.isEmpty() ? "" : "\n");
  }

  private static String row(Advice advice, WriterContext context) {
    Finding finding = advice.finding();
    return "| %s | %s | %s | %s |\n"
        .formatted(
            finding.severity().word() + marked(advice, context),
            Markdown.code(finding.rule()),
            Markdown.code(place(finding.at(), context)),
            Summary.proposed(advice).map(MarkdownReport::brings).orElse(""));
  }

  private static String marked(Advice advice, WriterContext context) {
    return context.known().isPresent() && context.isNew(advice) ? ", new" : "";
  }

  private static String brings(Remedy remedy) {
    return (remedy.status() == Remedy.Status.WITHDRAWN ? "withdrawn: " : "") + way(remedy);
  }

  private static String way(Remedy remedy) {
    return remedy.way() + Words.figures(remedy);
  }

  private static String place(Spot spot, WriterContext context) {
    return Paths.of(spot, context.sources()) + (spot.line() > 0 ? ":" + spot.line() : "");
  }

  private static String details(Advice advice) {
    Finding finding = advice.finding();
    StringBuilder text = new StringBuilder("\n<details><summary>");
    text.append(finding.severity().word()).append(' ').append(Markdown.html(finding.rule()));
    text.append(": ").append(Markdown.html(finding.message())).append("</summary>\n\n");
    for (Spot spot : finding.evidence()) {
      text.append("1. ").append(Markdown.code(spot.asStackFrame()));
      text.append(spot.note().isEmpty() ? "" : " " + Markdown.text(spot.note())).append('\n');
    }
    text.append('\n');
    for (Remedy remedy : advice.remedies()) {
      text.append("- **").append(Words.of(remedy.status())).append("** ").append(way(remedy));
      text.append(": ").append(Markdown.text(reason(remedy))).append('\n');
    }
    return text.append("\n</details>\n").toString();
  }

  private static String reason(Remedy remedy) {
    return remedy.status() == Remedy.Status.REJECTED
        ? remedy.why()
        : (remedy.change() + " " + remedy.why()).strip();
  }

  private static List<String> problems(Report report) {
    List<String> lines = new ArrayList<>();
    for (Report.Problem problem : report.problems()) {
      String text = "- " + Markdown.code(problem.where()) + " " + Markdown.text(problem.message());
      lines.add((lines.isEmpty() ? "\n**Problems**\n\n" : "") + text + "\n");
    }
    return lines;
  }
}
