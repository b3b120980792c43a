package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallFormatsTest {

  private static final WriterContext CONTEXT =
      SampleReports.context().reading(SampleReports.sources());

  @ParameterizedTest
  @CsvSource({
    "markdown, rich.md",
    "github, rich.github.txt",
    "gitlab, rich.gitlab.json",
    "checkstyle, rich.checkstyle.xml",
    "junit, rich.junit.xml"
  })
  void a_rich_report_reads_as_expected(String format, String golden) {
    Golden.check(golden, written(format, SampleReports.rich(), CONTEXT));
  }

  @Test
  void an_annotation_cannot_be_broken_out_of() {
    String text = written("github", SampleReports.rich(), CONTEXT);
    assertEquals(7, text.lines().count());
    assertTrue(
        text.lines().allMatch(line -> line.matches("::(error|warning|notice) file=[^:]*::.*")),
        text);
  }

  @Test
  void there_are_ten_annotations_a_level_and_a_word_on_the_rest() {
    List<String> lines = written("github", SampleReports.large(10, 300), CONTEXT).lines().toList();
    for (String level : List.of("error", "warning", "notice")) {
      assertEquals(10, lines.stream().filter(line -> line.startsWith("::" + level + " ")).count());
    }
    assertEquals("::notice title=concur::278 more findings in the full report", lines.get(29));
  }

  @Test
  void gitlab_gets_distinct_fingerprints_and_plain_relative_paths() throws Exception {
    Report report = SampleReports.large(0, 20);
    Report twice =
        new Report(
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
            java.util.stream.Stream.concat(report.advice().stream(), report.advice().stream())
                .toList(),
            report.problems(),
            report.predictionError(),
            report.spending());
    JsonNode issues = new ObjectMapper().readTree(written("gitlab", twice, CONTEXT));
    List<String> prints = issues.findValuesAsText("fingerprint");
    assertEquals(54, prints.size());
    assertEquals(54, new HashSet<>(prints).size());
    for (JsonNode issue : issues) {
      assertTrue(issue.at("/location/lines/begin").asInt() >= 1);
      assertFalse(issue.at("/location/path").asText().matches("(/|\\./).*"), issue::toString);
      assertTrue(issue.get("severity").asText().matches("info|minor|major|critical|blocker"));
    }
  }

  @Test
  void a_comment_of_a_huge_report_is_taken_by_the_server() {
    String text = written("markdown", SampleReports.large(10_000, 20_000), CONTEXT);
    assertTrue(text.getBytes(StandardCharsets.UTF_8).length < 65_536, () -> text.length() + "");
    assertTrue(text.contains(" more findings."), text);
  }

  @Test
  void what_a_baseline_has_is_not_annotated_and_fails_no_test_case() {
    Report rich = SampleReports.rich();
    List<KnownResult> known =
        Summary.of(rich).counting().stream()
            .skip(1)
            .map(advice -> new KnownResult(advice.finding().id(), "", "", "", ""))
            .toList();
    WriterContext compared = CONTEXT.comparedWith(known);
    assertEquals(1, written("github", rich, compared).lines().count());
    String junit = written("junit", rich, compared);
    assertTrue(junit.contains(" failures=\"1\""), junit);
    assertEquals(2, junit.split("<failure ").length, junit);
    String first =
        written("markdown", rich, compared)
            .lines()
            .dropWhile(line -> !line.startsWith("|--"))
            .skip(1)
            .findFirst()
            .orElseThrow();
    assertTrue(first.contains(", new |"), first);
  }

  @Test
  void names_in_a_comment_are_text() {
    String text = written("markdown", SampleReports.rich(), CONTEXT);
    String outsideCode = text.replaceAll("(`+).*?\\1", "");
    assertFalse(outsideCode.contains("<script>"), outsideCode);
  }

  @Test
  void without_findings_every_format_still_says_something_valid() {
    assertEquals("[]\n", written("gitlab", SampleReports.empty(), CONTEXT));
    assertEquals("", written("github", SampleReports.empty(), CONTEXT));
    assertTrue(written("junit", SampleReports.empty(), CONTEXT).contains("no findings"));
    assertTrue(written("markdown", SampleReports.empty(), CONTEXT).contains("0 errors"));
  }
}
