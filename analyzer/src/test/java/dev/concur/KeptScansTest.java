package dev.concur;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.report.Report;
import dev.concur.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second scan of what did not change is read from the folder, byte for byte the same. */
class KeptScansTest {

  private static final String SOURCE =
      """
      package a;
      public class Feed {
        static synchronized String ask(java.net.URL url) throws Exception {
          return new String(url.openStream().readAllBytes());
        }
      }
      """;

  @TempDir private Path home;

  private final List<String> steps = new ArrayList<>();

  @BeforeEach
  void compile() throws IOException {
    Files.writeString(home.resolve("pom.xml"), "<project><artifactId>a</artifactId></project>");
    source("Feed", SOURCE);
  }

  private void source(String name, String text) throws IOException {
    Path file = home.resolve("src/main/java/a/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Path classes = Files.createDirectories(home.resolve("target/classes"));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), file.toString()));
  }

  private Settings settings() {
    return new Settings()
        .paths(List.of(home.toString()))
        .cacheDir(home.resolve("cache"))
        .progress((what, done, all) -> steps.add(what));
  }

  private Analysis scan(Settings settings) {
    steps.clear();
    return Concur.analyze(settings.request());
  }

  private boolean judged() {
    return steps.contains("judging");
  }

  private static byte[] json(Analysis analysis) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.write("json", analysis.report(), Concur.context(analysis), out);
    Reports.write("sarif", analysis.report(), Concur.context(analysis), out);
    Reports.write("html", analysis.report(), Concur.context(analysis), out);
    return out.toByteArray();
  }

  @Test
  void the_second_scan_judges_nothing_and_says_the_same() throws IOException {
    Analysis first = scan(settings());
    assertTrue(judged());
    assertFalse(first.report().advice().isEmpty(), "a case without findings proves little");
    Analysis second = scan(settings());
    assertFalse(judged());
    assertFalse(first.kept());
    assertTrue(second.kept());
    assertEquals(first.report(), second.report());
    assertArrayEquals(json(first), json(second));
  }

  @Test
  void without_a_folder_nothing_is_kept() {
    Settings plain = new Settings().paths(List.of(home.toString()));
    scan(plain.progress((what, done, all) -> steps.add(what)));
    scan(plain);
    assertTrue(judged());
  }

  @Test
  void a_changed_class_is_noticed() throws IOException {
    scan(settings());
    source("Other", SOURCE.replace("Feed", "Other"));
    Report changed = scan(settings()).report();
    assertTrue(judged());
    assertEquals(2, changed.classes());
  }

  @Test
  void a_suppression_added_to_a_source_is_noticed() throws IOException {
    scan(settings());
    String said = SOURCE.replace("  static", "  @SuppressWarnings(\"concur:all\") static");
    Files.writeString(home.resolve("src/main/java/a/Feed.java"), said);
    scan(settings());
    assertTrue(judged());
  }

  @Test
  void a_catalogue_of_the_project_is_noticed() throws IOException {
    scan(settings());
    Files.createDirectories(home.resolve(".concur"));
    Files.writeString(home.resolve(".concur/own.api"), "a.Feed.ask nothing\n");
    scan(settings());
    assertTrue(judged());
  }

  @Test
  void another_option_is_another_scan() {
    scan(settings());
    scan(settings().runtime(25));
    assertTrue(judged());
    scan(settings().excludes(List.of("a.Feed")));
    assertTrue(judged());
  }

  @Test
  void a_folder_that_cannot_be_written_is_a_problem_and_no_failure() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Analysis analysis = scan(settings().cacheDir(file.resolve("below")));
    assertTrue(
        analysis.report().problems().stream()
            .anyMatch(each -> each.where().startsWith("--cache-dir")),
        () -> analysis.report().problems().toString());
  }
}
