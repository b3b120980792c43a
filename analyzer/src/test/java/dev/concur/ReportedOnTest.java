package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.report.Report;
import dev.concur.report.Reports;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is reported on: of a change, of a baseline, of what somebody wrote. */
class ReportedOnTest {

  private static final String WAITING =
      """
      package a;
      class %s {
        static synchronized String ask(java.net.URL url) throws Exception {
          return new String(url.openStream().readAllBytes());
        }
      }
      """;

  @TempDir private Path home;

  private void file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git", "-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Set<String> classes(Analysis analysis) {
    Set<String> found = new TreeSet<>();
    analysis.report().advice().forEach(each -> found.add(each.finding().at().className()));
    return found;
  }

  private Analysis since(String reference) {
    return Concur.analyze(
        new Settings().paths(List.of(home.toString())).since(reference).request());
  }

  @Test
  void only_what_changed_since_a_commit_is_reported() throws Exception {
    Assumptions.assumeTrue(hasGit(), "git is not installed");
    file("src/a/Old.java", WAITING.formatted("Old"));
    file("src/a/Touched.java", WAITING.formatted("Touched"));
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "start");
    assertEquals(Set.of(), classes(since("HEAD")));
    file("src/a/Touched.java", WAITING.formatted("Touched").replace("readAll", "\n  readAll"));
    file("src/a/New.java", WAITING.formatted("New"));
    assertEquals(Set.of("a.New", "a.Touched"), classes(since("HEAD")));
    assertEquals(3, since("HEAD").report().classes());
  }

  @Test
  void a_commit_that_is_not_there_is_said() {
    UsageError error = assertThrows(UsageError.class, () -> since("no-such-branch"));
    assertTrue(error.getMessage().contains("no-such-branch"), error.getMessage());
    assertThrows(UsageError.class, () -> since("--output=x"));
  }

  @Test
  void every_finding_says_whether_it_is_new_against_a_baseline() throws IOException {
    file("src/a/Old.java", WAITING.formatted("Old"));
    Settings settings = new Settings().paths(List.of(home.toString()));
    Path baseline = home.resolve("baseline.json");
    Files.writeString(baseline, written("baseline", Concur.analyze(settings.request())));
    file("src/a/New.java", WAITING.formatted("New"));
    Analysis second = Concur.analyze(settings.baseline(baseline).request());
    Set<String> states = new TreeSet<>();
    for (JsonNode each : tree("json", second).path("findings")) {
      states.add(each.at("/at/class").asText() + " " + each.path("state").asText());
    }
    assertEquals(Set.of("a.New new", "a.Old unchanged"), states);
    Set<String> inSarif = new TreeSet<>();
    for (JsonNode each : tree("sarif", second).at("/runs/0/results")) {
      inSarif.add(
          each.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText().substring(0, 5)
              + " "
              + each.path("baselineState").asText());
    }
    assertEquals(2, inSarif.size(), inSarif::toString);
    assertTrue(inSarif.stream().anyMatch(each -> each.endsWith(" new")), inSarif::toString);
    assertTrue(inSarif.stream().anyMatch(each -> each.endsWith(" unchanged")), inSarif::toString);
    assertEquals(1, second.countViolations(Threshold.USUAL), "violations that are new");
  }

  @Test
  void what_a_part_of_a_project_does_not_have_is_not_absent() throws IOException {
    file("src/a/Old.java", WAITING.formatted("Old"));
    file("src/a/Gone.java", WAITING.formatted("Gone"));
    Settings settings = new Settings().paths(List.of(home.toString()));
    Path baseline = home.resolve("baseline.json");
    Files.writeString(baseline, written("baseline", Concur.analyze(settings.request())));
    Files.delete(home.resolve("src/a/Gone.java"));
    Analysis part = Concur.analyze(settings.baseline(baseline).partly(true).request());
    JsonNode results = tree("sarif", part).at("/runs/0/results");
    assertEquals(1, results.size(), results::toString);
    assertEquals("unchanged", results.get(0).path("baselineState").asText());
  }

  @Test
  void the_findings_of_several_reports_are_each_there_once() throws IOException {
    file("src/a/Old.java", WAITING.formatted("Old"));
    Settings settings = new Settings().paths(List.of(home.toString()));
    Report one = Concur.analyze(settings.request()).report();
    file("src/a/New.java", WAITING.formatted("New"));
    Report two = Concur.analyze(settings.request()).report();
    assertEquals(
        List.of("a.Old", "a.New"),
        one.withFindingsOf(List.of(two, one)).advice().stream()
            .map(each -> each.finding().at().className())
            .toList());
  }

  @Test
  void what_the_baseline_has_and_the_code_no_longer_is_absent_and_what_got_louder_is_updated()
      throws IOException {
    file("src/a/Old.java", WAITING.formatted("Old"));
    file("src/a/Gone.java", WAITING.formatted("Gone"));
    Settings settings = new Settings().paths(List.of(home.toString()));
    Path baseline = home.resolve("baseline.json");
    String then = written("baseline", Concur.analyze(settings.request()));
    Files.writeString(
        baseline, then.replaceAll("(\"severity\": ?)\"\\w+\"(.*\"a.Old\")", "$1\"note\"$2"));
    Files.delete(home.resolve("src/a/Gone.java"));
    Analysis second = Concur.analyze(settings.baseline(baseline).request());
    Set<String> states = new TreeSet<>();
    for (JsonNode each : tree("sarif", second).at("/runs/0/results")) {
      String place = each.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText();
      states.add(place.split("\\.")[1] + " " + each.path("baselineState").asText());
    }
    assertEquals(Set.of("Gone absent", "Old updated"), states);
    assertEquals(0, second.countViolations(Threshold.USUAL));
  }

  @Test
  @Timeout(60)
  void a_pipeline_that_a_loop_makes_longer_has_an_end() throws IOException {
    file(
        "src/a/Filters.java",
        """
        package a;
        import java.util.List;
        import java.util.function.Predicate;
        import java.util.stream.Stream;
        class Filters {
          static List<String> all(Stream<String> words, List<Predicate<String>> filters) {
            Stream<String> left = words;
            for (Predicate<String> each : filters) {
              left = left.filter(each);
            }
            return left.toList();
          }
        }
        """);
    Analysis analysis = Concur.analyze(new Settings().paths(List.of(home.toString())).request());
    assertEquals(1, analysis.report().classes());
  }

  @Test
  void what_a_tool_wrote_is_read_and_not_reported_on() throws IOException {
    file("pom.xml", "<project><groupId>g</groupId><artifactId>a</artifactId></project>");
    file("src/main/java/a/Mine.java", WAITING.formatted("Mine"));
    file("target/generated-sources/tool/a/Tools.java", WAITING.formatted("Tools"));
    Analysis analysis = Concur.analyze(new Settings().paths(List.of(home.toString())).request());
    assertEquals(2, analysis.report().classes());
    assertEquals(Set.of("a.Mine"), classes(analysis));
  }

  @Test
  void what_says_of_itself_that_a_tool_wrote_it_is_not_reported_on() throws IOException {
    file("src/tool/Generated.java", "package tool; public @interface Generated {}");
    file("src/a/Mine.java", WAITING.formatted("Mine"));
    file("src/a/Tools.java", WAITING.formatted("Tools").replace("class", "@tool.Generated class"));
    file(
        "src/a/Outer.java",
        WAITING
                .formatted("Inner")
                .replace("class Inner", "@tool.Generated class Outer { static class Inner")
            + "}");
    file("src/a/Half.java", WAITING.formatted("Half").replace("static", "@tool.Generated static"));
    Analysis analysis = Concur.analyze(new Settings().paths(List.of(home + "/src")).request());
    assertEquals(6, analysis.report().classes());
    assertEquals(Set.of("a.Mine"), classes(analysis));
  }

  private static JsonNode tree(String format, Analysis analysis) throws IOException {
    return new ObjectMapper().readTree(written(format, analysis));
  }

  private static String written(String format, Analysis analysis) throws IOException {
    StringWriter text = new StringWriter();
    Reports.write(format, analysis.report(), Concur.context(analysis), text);
    return text.toString();
  }
}
