package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Advice;
import dev.concur.advise.Prediction;
import dev.concur.model.Confidence;
import dev.concur.model.Provenance;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
          .takeWhile(line -> !line.equals("Next"))
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

  @Test
  void a_guess_shows_no_digits_that_it_cannot_answer_for() {
    assertEquals("about 10x (2 to 10)", Words.factor(predicted(10.2, 1.97, 9.9)));
    assertEquals("about 1x (0.75 to 5)", Words.factor(predicted(1.0, .75, 4.9)));
    assertEquals("about 1.5x (0.5 to 300)", Words.factor(predicted(1.5, .5, 304)));
    assertEquals("2.0x (1.5 to 3.0)", Words.factor(predicted(2, 1.5, 3)));
  }

  @Test
  void a_share_is_not_rounded_to_a_figure_that_says_nothing() {
    assertEquals("100%", Words.share(.99997));
    assertEquals("99.3%", Words.share(.993));
    assertEquals("less than 0.1%", Words.share(.0001));
    assertEquals("0%", Words.share(0));
    assertEquals("58%", Words.share(.58));
  }

  private static Prediction predicted(double speedup, double low, double high) {
    return new Prediction(
        speedup, low, high, 2, "", Provenance.CATALOGUE, Map.of(), OptionalDouble.empty());
  }

  @Test
  void problems_that_are_alike_are_told_once() {
    List<Report.Problem> problems = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      String why = i % 2 == 0 ? "cannot find symbol" : "foo(int) in a.B cannot be applied (at all)";
      problems.add(
          new Report.Problem(
              "a/F" + i + ".java",
              "does not compile (line %d: %s), so it was read as it is".formatted(i, why)));
    }
    problems.add(new Report.Problem("lib.jar", "the zip directory is cut off"));
    String text = written("text", withProblems(SampleReports.empty(), problems), CONTEXT);
    String told = text.substring(text.indexOf("\nProblems\n")).replaceAll("\\s+", " ");
    assertTrue(told.contains("a/F1.java, and 18 more like it: does not compile (line 1: "), told);
    assertTrue(told.contains("lib.jar: the zip directory is cut off"), told);
    assertFalse(told.contains("F2.java"), told);
  }

  @Test
  void what_is_only_guessed_says_so_beside_its_name() {
    Report rich = SampleReports.rich();
    Advice first = Summary.of(rich).first().orElseThrow();
    Finding guess = first.finding().believed(Confidence.LOW);
    Advice guessed = new Advice(guess, first.remedies(), first.experiment(), first.rank());
    String text = written("text", with(rich, List.of(guessed)), CONTEXT);
    assertTrue(text.contains("           gil-io, low confidence, predicted 3.8x"), text);
    assertTrue(text.contains("1.         error gil-io, low confidence, predicted 3.8x"), text);
  }

  @Test
  void guesses_that_nobody_measured_are_counted_and_not_spelled_out() {
    Report rich = SampleReports.rich();
    Advice note = note(rich);
    Finding guess = note.finding().believed(Confidence.LOW);
    Advice guessed = new Advice(guess, note.remedies(), note.experiment(), note.rank());
    Report report = with(rich, List.of(guessed));

    String text = written("text", report, CONTEXT).replaceAll("\\s+", " ");
    assertTrue(text.contains("1 more guess about sizes, nothing to act on"), text);
    assertFalse(text.contains(guess.at().asStackFrame()), text);

    String full = written("text", report, CONTEXT.inFull());
    assertTrue(full.contains(guess.at().asStackFrame()), full);
  }

  @Test
  void what_is_said_of_many_places_is_spelled_out_once() {
    Report rich = SampleReports.rich();
    Advice first = note(rich);
    Finding finding = first.finding();
    Advice again =
        new Advice(finding.believed(Confidence.HIGH), first.remedies(), Optional.empty(), 0);
    String text = written("text", with(rich, List.of(first, again)), CONTEXT);
    assertTrue(text.contains("\n1. "), text);
    assertFalse(text.contains("\n2. "), text);
    assertTrue(text.contains("And, in brief"), text);
  }

  private static Advice note(Report report) {
    return report.advice().stream()
        .filter(advice -> advice.finding().severity() == Severity.NOTE)
        .filter(advice -> advice.finding().suppressed().isEmpty())
        .filter(advice -> Summary.verdict(advice).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_folder_one_stands_in_has_the_name_of_the_project() {
    Report here = with(SampleReports.empty(), List.of("."), List.of());
    String text = written("text", here, CONTEXT.about("shop", ""));
    assertTrue(text.contains("no class was found in shop\n"), text);
  }

  private static Report withProblems(Report report, List<Report.Problem> problems) {
    return with(report, report.roots(), problems);
  }

  private static Report with(Report report, List<String> roots, List<Report.Problem> problems) {
    return new Report(
        report.toolVersion(),
        report.machine(),
        report.jdk(),
        report.benchmarkJdk(),
        report.os(),
        report.target(),
        roots,
        report.classes(),
        report.methods(),
        report.locks(),
        report.advice(),
        problems,
        report.predictionError(),
        report.spending());
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
