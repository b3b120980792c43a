package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.advise.Advice;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finding stays who it is on another machine, on another line and in another folder. */
class IdentityTest {

  private static final String DESK =
      """
      package a;
      import java.util.concurrent.CompletableFuture;
      class Desk {
        CompletableFuture<Integer> ask(int n) {
          return CompletableFuture.supplyAsync(() -> send(n));
        }

        private static int send(int n) {
          try (java.net.Socket socket = new java.net.Socket("shop", n)) {
            return socket.getInputStream().read();
          } catch (java.io.IOException e) {
            return 0;
          }
        }
      }
      """;

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "gitlab", "checkstyle", "github", "junit", "baseline"})
  void two_checkouts_of_the_same_code_give_the_same_bytes(String format) throws IOException {
    assertEquals(
        written(format, checkout("here", DESK)), written(format, checkout("far/away", DESK)));
  }

  @Test
  void lines_above_leave_a_finding_what_it_was() throws IOException {
    List<String> before = ids(checkout("before", DESK));
    assertEquals(1, before.size());
    assertEquals(before, ids(checkout("after", "// new\n".repeat(10) + DESK)));
    assertNotEquals(before, ids(checkout("renamed", DESK.replace("ask(", "question("))));
  }

  @Test
  void two_findings_on_one_line_are_two() throws IOException {
    String method = DESK.substring(DESK.indexOf("  CompletableFuture<"), DESK.indexOf("  private"));
    String line = method.replaceAll("\\s+", " ");
    String both = DESK.replace(method, line + line.replace("ask(", "question("));
    List<String> ids = ids(checkout("both", both));
    assertEquals(2, ids.size());
    assertEquals(2, new HashSet<>(ids).size());
  }

  @Test
  void a_file_in_another_folder_is_not_new() throws IOException {
    Path project = checkout("project", DESK);
    Path baseline = home.resolve("known.json");
    Files.writeString(baseline, written("baseline", project));
    Files.createDirectories(project.resolve("core/src/main/java/a"));
    Files.move(
        project.resolve("src/a/Desk.java"), project.resolve("core/src/main/java/a/Desk.java"));
    Analysis moved = Concur.analyze(settings(project).baseline(baseline).request());
    assertEquals(1, moved.report().advice().size());
    assertEquals(0, moved.countViolations(Threshold.USUAL));
  }

  /** A folder that looks like the root of a repository. */
  private Path checkout(String name, String desk) throws IOException {
    Path root = home.resolve(name);
    Files.createDirectories(root.resolve(".git"));
    Files.createDirectories(root.resolve("src/a"));
    Files.writeString(root.resolve("src/a/Desk.java"), desk);
    return root;
  }

  private static Settings settings(Path project) {
    return new Settings().paths(List.of(project.toString()));
  }

  private static List<String> ids(Path project) {
    return Concur.analyze(settings(project).request()).report().advice().stream()
        .map(Advice::finding)
        .map(each -> each.id())
        .sorted()
        .toList();
  }

  private static String written(String format, Path project) throws IOException {
    Analysis analysis = Concur.analyze(settings(project).request());
    WriterContext context = Concur.context(analysis);
    StringWriter text = new StringWriter();
    Reports.write(format, analysis.report(), context, text);
    return text.toString();
  }
}
