package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final WriterContext CONTEXT = SampleReports.context();

  @Test
  void a_rich_report_reads_as_expected() {
    Golden.check("rich.txt", written("text", SampleReports.rich(), CONTEXT));
  }

  @Test
  void asked_for_everything_it_leaves_nothing_out() {
    Golden.check("rich-verbose.txt", written("text", SampleReports.rich(), CONTEXT.inFull()));
  }

  @Test
  void an_empty_report_says_so() {
    Golden.check("empty.txt", written("text", SampleReports.empty(), CONTEXT));
  }

  @Test
  void a_finding_is_told_in_some_ten_lines() {
    String text = written("text", SampleReports.rich(), CONTEXT);
    String findings = text.substring(text.indexOf("\n1. "), text.indexOf("\nAnd, in brief"));
    for (String finding : findings.strip().split("\n\n")) {
      assertTrue(finding.lines().count() <= 17, finding);
    }
  }

  @Test
  void packages_are_named_where_somebody_clicks_and_nowhere_else() {
    String text = written("text", SampleReports.large(50, 30), CONTEXT);
    text.lines()
        .dropWhile(line -> !line.startsWith("Do first"))
        .filter(line -> !line.contains(" at "))
        .forEach(line -> assertFalse(line.matches(".*\\bshop\\.\\w+\\.[A-Z].*"), line));
  }

  @Test
  void the_first_thing_to_do_is_one_that_measuring_confirmed() {
    Report rich = SampleReports.rich();
    Advice confirmed = Summary.of(rich).first().orElseThrow();
    assertEquals(
        Optional.of("confirmed"), Summary.verdict(confirmed).map(verdict -> verdict.word()));
    List<Advice> lower = new ArrayList<>(rich.advice());
    lower.remove(confirmed);
    lower.add(new Advice(confirmed.finding(), confirmed.remedies(), confirmed.experiment(), 0.1));
    Report last = with(rich, lower);
    assertEquals(Optional.of(confirmed.finding()), Summary.of(last).first().map(Advice::finding));
  }

  @Test
  void warnings_of_one_rule_that_promise_nothing_take_one_line() {
    Report rich = SampleReports.rich();
    Finding warning =
        rich.advice().stream()
            .map(Advice::finding)
            .filter(finding -> finding.severity() == Severity.WARNING)
            .filter(finding -> finding.suppressed().isEmpty())
            .findFirst()
            .orElseThrow();
    List<Advice> many = new ArrayList<>(rich.advice());
    many.addAll(Collections.nCopies(20, new Advice(warning, List.of(), Optional.empty(), 0)));
    String brief = written("text", with(rich, many), CONTEXT).split("And, in brief", 2)[1];
    List<String> lines =
        brief.lines().filter(line -> line.startsWith("warning    " + warning.rule())).toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains(" times, the first one")), brief);
    assertTrue(lines.size() <= 2, brief);
  }

  @Test
  void against_a_baseline_only_what_is_new_is_told() {
    Report rich = SampleReports.rich();
    List<Advice> counting = Summary.of(rich).counting();
    Advice fresh = counting.get(2);
    String text = written("text", rich, CONTEXT.comparedWith(known(counting, fresh)));
    assertTrue(text.contains("; 1 is new"), text);
    assertTrue(text.contains("1.         " + fresh.finding().severity().word()), text);
    assertFalse(text.contains("2.         "), text);
    assertTrue(text.contains("The baseline has 6 findings, not shown here."), text);
    String settled = written("text", rich, CONTEXT.comparedWith(known(counting, null)));
    assertTrue(settled.contains("; none is new"), settled);
    assertTrue(settled.contains("Do first   nothing: the baseline has all of them"), settled);
    assertFalse(settled.contains("Findings, by expected gain"), settled);
  }

  private static List<KnownResult> known(List<Advice> all, @Nullable Advice but) {
    return all.stream()
        .filter(advice -> !advice.equals(but))
        .map(Advice::finding)
        .map(f -> new KnownResult(f.id(), f.rule(), f.at().className(), f.at().method(), ""))
        .toList();
  }

  @Test
  void the_summary_fits_a_screen() {
    String text = written("text", SampleReports.large(5000, 300), CONTEXT);
    assertTrue(
        text.lines().takeWhile(line -> !line.startsWith("Findings, by")).count() <= 24, text);
  }

  @Test
  void many_findings_stay_short() {
    String text = written("text", SampleReports.large(5000, 3000), CONTEXT);
    assertTrue(text.lines().count() < 500, () -> text.lines().count() + " lines");
  }

  @Test
  void every_finding_is_listed_when_asked_for() {
    String text = written("text", SampleReports.large(50, 300), CONTEXT.inFull());
    assertEquals(
        307, text.lines().filter(line -> line.matches("\\d+\\. +(error|warning|note) .*")).count());
  }

  @Test
  void colours_come_only_when_asked_for_and_change_no_word() {
    String plain = written("text", SampleReports.rich(), CONTEXT);
    String coloured = written("text", SampleReports.rich(), CONTEXT.inColour());
    assertFalse(plain.contains("\u001b"));
    assertTrue(coloured.contains("\u001b[1;31m"));
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void hostile_names_cannot_drive_the_terminal() {
    String coloured = written("text", SampleReports.rich(), CONTEXT.inColour());
    assertFalse(coloured.contains("\u001b[31m"), "an escape of the scanned code came through");
    assertFalse(coloured.contains("\u202e"), "the writing direction was turned around");
  }

  @Test
  void lines_stay_within_the_width_but_for_what_is_clicked_or_copied() {
    for (int width : List.of(60, 80, 120)) {
      written("text", SampleReports.rich(), CONTEXT.wrappedAt(width))
          .lines()
          .filter(line -> !line.contains("  at ") && !line.contains("java -jar"))
          .forEach(line -> assertTrue(line.length() <= width, line));
    }
  }

  @Test
  void every_location_reads_like_a_line_of_a_stack_trace() {
    String text = written("text", SampleReports.rich(), CONTEXT);
    assertTrue(text.contains("  at shop.price.Prices.of(Prices.java:42)"), text);
  }

  @Test
  void no_figure_is_endless() {
    String text = written("text", SampleReports.rich(), CONTEXT.inFull());
    assertFalse(text.matches("(?s).*(NaN|Infinity|\u221e).*"), text);
  }

  private static Report with(Report report, List<Advice> advice) {
    return new Report(
        report.toolVersion(),
        report.machine(),
        report.jdk(),
        report.benchmarkJdk(),
        report.os(),
        report.target(),
        report.roots(),
        report.classes(),
        report.methods(),
        report.locks(),
        advice,
        report.problems(),
        report.predictionError(),
        report.spending());
  }
}
