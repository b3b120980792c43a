package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.report.Baseline;
import dev.concur.report.Report;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that somebody said are known, in every place where it can be said. */
class SuppressionTest {

  private static final String RULE = "blocking-on-common-pool";
  private static final Threshold NOTES = new Threshold(Optional.of(Severity.NOTE), 0);

  @TempDir Path home;

  @Test
  void without_a_suppression_both_overloads_are_found() throws IOException {
    assertEquals(List.of("ask(int) counts", "ask(text) counts"), scan("", "", ""));
  }

  @Test
  void one_in_the_source_covers_the_lambdas_of_its_method_and_not_the_overload()
      throws IOException {
    assertEquals(
        List.of("ask(int) source: legacy client", "ask(text) counts"),
        scan("", "@SuppressWarnings(\"concur:" + RULE + "\") // legacy client", ""));
  }

  @Test
  void one_on_a_method_covers_the_local_and_anonymous_classes_in_it() throws IOException {
    for (String said :
        List.of(
            "@SuppressWarnings(\"concur:" + RULE + "\")", "@SuppressConcur(\"" + RULE + "\")")) {
      write("", said);
      String lambda = "() -> send(n)";
      String anonymous =
          "new java.util.function.Supplier<Integer>() { public Integer get() { return send(n); } }";
      Path desk = home.resolve("a/Desk.java");
      String text = Files.readString(desk);
      Files.writeString(desk, text.replace(lambda, anonymous));
      assertEquals(List.of("ask(int) hidden", "ask(text) counts"), standing(), said);
      Files.writeString(
          desk,
          text.replace(
              "return CompletableFuture.supplyAsync(() -> send(n))",
              "class Ask implements java.util.function.Supplier<Integer> {"
                  + " public Integer get() { return send(n); } }"
                  + " return CompletableFuture.supplyAsync(new Ask())"));
      assertEquals(List.of("ask(int) hidden", "ask(text) counts"), standing(), said);
    }
  }

  private List<String> standing() {
    return Concur.analyze(new Settings().paths(List.of(home.toString())).request())
        .report()
        .advice()
        .stream()
        .map(Advice::finding)
        .map(SuppressionTest::described)
        .map(each -> each.replaceFirst("(annotation|source): .*", "hidden"))
        .sorted()
        .toList();
  }

  @Test
  void one_on_a_class_covers_all_in_it() throws IOException {
    assertEquals(
        List.of("ask(int) source: ", "ask(text) source: "),
        scan("@SuppressWarnings({\"unchecked\", \"concur\"})", "", ""));
  }

  @Test
  void what_is_suppressed_fails_nothing() throws IOException {
    assertEquals(2, analysis("", "", "").countViolations(NOTES));
    assertEquals(0, analysis("@SuppressWarnings(\"concur\")", "", "").countViolations(NOTES));
  }

  @Test
  void an_annotation_kept_in_the_class_file_needs_no_source_and_no_dependency() throws IOException {
    assertEquals(
        List.of("ask(int) annotation: measured", "ask(text) counts"),
        scan("", "@SuppressConcur(value = \"" + RULE + "\", justification = \"measured\")", ""));
    assertEquals(
        List.of("ask(int) annotation: ", "ask(text) annotation: "),
        scan("@SuppressConcur", "", ""));
  }

  @Test
  void where_reasons_are_asked_for_a_suppression_without_one_suppresses_nothing()
      throws IOException {
    scan("@SuppressConcur", "", "");
    Analysis strict =
        Concur.analyze(
            new Settings().paths(List.of(home.toString())).requireJustification(true).request());
    assertEquals(
        0,
        strict.report().advice().stream()
            .filter(each -> each.finding().suppressed().isPresent())
            .count());
    assertTrue(
        strict.report().problems().stream()
            .anyMatch(each -> each.message().startsWith("suppression without a justification")));
  }

  @Test
  void a_suppression_that_covers_nothing_is_a_note() throws IOException {
    assertEquals(
        List.of("ask(int) counts", "ask(text) counts", "unused-suppression line 5"),
        scan("", "@SuppressWarnings(\"concur:gil-cpu\")", ""));
    assertEquals(
        List.of("ask(int) counts", "ask(text) counts", "unused-suppression line 7"),
        scan("", "@SuppressConcur(\"gil-cpu\")", ""));
  }

  @Test
  void the_configuration_names_class_and_method_or_the_id_of_a_finding() throws IOException {
    assertEquals(
        List.of("ask(int) configuration: why not", "ask(text) configuration: why not"),
        scan("", "", RULE + " a.Desk#ask # why not"));
    assertEquals(List.of("ask(int) counts", "ask(text) counts"), scan("", "", RULE + " b.** # x"));
    String id = analysis("", "", "").report().advice().get(0).finding().id();
    assertEquals(1, scan("", "", "* " + id).stream().filter(s -> s.contains("conf")).count());
  }

  @Test
  void one_in_the_configuration_that_covers_nothing_is_a_problem_with_its_line()
      throws IOException {
    List<Report.Problem> problems = analysis("", "", "\n\ngil-io a.Gone").report().problems();
    assertEquals(
        List.of(
            new Report.Problem(
                "suppressions:3", "unused-suppression: it covers no finding; remove it")),
        problems);
  }

  @Test
  void of_a_part_of_a_project_nothing_is_said_to_be_unneeded() throws IOException {
    write("", "@SuppressWarnings(\"concur:gil-cpu\")");
    Settings part =
        new Settings()
            .paths(List.of(home.toString()))
            .suppressions(SuppressionFile.parse("suppressions", "gil-io a.Gone"))
            .partly(true);
    Report report = Concur.analyze(part.request()).report();
    assertEquals(List.of(), report.problems());
    assertEquals(
        List.of(RULE, RULE),
        report.advice().stream().map(advice -> advice.finding().rule()).toList());
  }

  @Test
  void classes_that_were_not_asked_for_are_not_reported_on() throws IOException {
    write("", "");
    Settings settings = new Settings().paths(List.of(home.toString()));
    assertEquals(
        List.of(), Concur.analyze(settings.excludes(List.of("a.*")).request()).report().advice());
    assertEquals(
        List.of(),
        Concur.analyze(settings.excludes(List.of()).includes(List.of("b.**")).request())
            .report()
            .methods());
  }

  @Test
  void a_finding_of_the_baseline_is_no_violation_and_a_new_one_is() throws IOException {
    Analysis before = analysis("", "", "");
    assertEquals(2, before.countViolations(NOTES));
    StringWriter text = new StringWriter();
    Reports.write("baseline", before.report(), WriterContext.plain(), text);
    Path file = Files.writeString(home.resolve("known.json"), text.toString());
    assertEquals(2, Baseline.read(file).size());

    Files.writeString(
        home.resolve("a/Desk.java"),
        "// moved\n\n" + Files.readString(home.resolve("a/Desk.java")));
    Settings settings = new Settings().paths(List.of(home + "/a")).baseline(file);
    Analysis moved = Concur.analyze(settings.request());
    assertEquals(2, moved.report().advice().size());
    assertEquals(0, moved.countViolations(NOTES));

    Files.writeString(
        home.resolve("a/Other.java"),
        Files.readString(home.resolve("a/Desk.java")).replace("Desk", "Other"));
    Analysis more = Concur.analyze(settings.request());
    assertTrue(more.fails(NOTES));
    assertEquals(2, more.countViolations(NOTES));
  }

  private List<String> scan(String onClass, String onMethod, String file) throws IOException {
    return analysis(onClass, onMethod, file).report().advice().stream()
        .map(Advice::finding)
        .map(SuppressionTest::described)
        .sorted()
        .toList();
  }

  private static String described(Finding finding) {
    if (!finding.rule().equals(RULE)) {
      return finding.rule() + " line " + finding.at().line();
    }
    String method = finding.at().line() < 10 ? "ask(int)" : "ask(text)";
    return method
        + finding
            .suppressed()
            .map(each -> " " + each.by() + ": " + each.justification())
            .orElse(" counts");
  }

  private Analysis analysis(String onClass, String onMethod, String file) throws IOException {
    write(onClass, onMethod);
    Settings settings = new Settings().paths(List.of(home.toString()));
    settings.suppressions(SuppressionFile.parse("suppressions", file));
    return Concur.analyze(settings.request());
  }

  private void write(String onClass, String onMethod) throws IOException {
    Files.createDirectories(home.resolve("a"));
    Files.writeString(
        home.resolve("a/SuppressConcur.java"),
        """
        package a;
        @interface SuppressConcur {
          String[] value() default {};
          String justification() default "";
        }
        """);
    Files.writeString(
        home.resolve("a/Desk.java"),
        """
        package a;
        import java.util.concurrent.CompletableFuture;
        %s
        class Desk {
          %s
          CompletableFuture<Integer> ask(int n) {
            return CompletableFuture.supplyAsync(() -> send(n));
          }

          CompletableFuture<Integer> ask(String s) {
            return CompletableFuture.supplyAsync(() -> send(s.length()));
          }

          private static int send(int n) {
            try (java.net.Socket socket = new java.net.Socket("shop", n)) {
              return socket.getInputStream().read();
            } catch (java.io.IOException e) {
              return 0;
            }
          }
        }
        """
            .formatted(onClass, onMethod));
  }
}
