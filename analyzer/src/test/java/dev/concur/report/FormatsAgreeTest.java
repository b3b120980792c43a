package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.Analysis;
import dev.concur.Concur;
import dev.concur.Settings;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** All formats count the same, and foreign readers read what we meant. */
class FormatsAgreeTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Report RICH = SampleReports.rich();
  private static final WriterContext CONTEXT =
      SampleReports.context().reading(SampleReports.sources());
  private static final Map<String, Integer> COUNTS = Map.of("error", 2, "warning", 2, "note", 3);

  @TempDir Path folder;

  @Test
  void json_counts_the_same() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode finding : MAPPER.readTree(written("json", RICH, CONTEXT)).get("findings")) {
      if (!finding.has("suppressed")) {
        counts.merge(finding.get("severity").asText(), 1, Integer::sum);
      }
    }
    assertEquals(COUNTS, counts);
  }

  @Test
  void sarif_counts_the_same() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode result : MAPPER.readTree(written("sarif", RICH, CONTEXT)).at("/runs/0/results")) {
      if (result.get("suppressions").isEmpty()) {
        counts.merge(result.get("level").asText(), 1, Integer::sum);
      }
    }
    assertEquals(COUNTS, counts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown"})
  void words_count_the_same(String format) {
    assertTrue(
        written(format, RICH, CONTEXT).contains("2 errors, 2 warnings, 3 notes, 2 suppressed"));
  }

  @Test
  void gitlab_counts_the_same() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode issue : MAPPER.readTree(written("gitlab", RICH, CONTEXT))) {
      counts.merge(issue.get("severity").asText(), 1, Integer::sum);
    }
    assertEquals(Map.of("critical", 2, "major", 2, "info", 3), counts);
  }

  @Test
  void github_counts_the_same() {
    Map<String, Integer> counts = new TreeMap<>();
    written("github", RICH, CONTEXT)
        .lines()
        .forEach(line -> counts.merge(line.substring(2, line.indexOf(' ')), 1, Integer::sum));
    assertEquals(Map.of("error", 2, "warning", 2, "notice", 3), counts);
  }

  @Test
  void xml_formats_count_the_same() throws Exception {
    Document checkstyle = parsed(written("checkstyle", RICH, CONTEXT));
    assertEquals(7, checkstyle.getElementsByTagName("error").getLength());
    Document junit = parsed(written("junit", RICH, CONTEXT));
    assertEquals("9", junit.getDocumentElement().getAttribute("tests"));
    assertEquals(9, junit.getElementsByTagName("testcase").getLength());
    assertEquals("4", junit.getDocumentElement().getAttribute("failures"));
    assertEquals(4, junit.getElementsByTagName("failure").getLength());
    assertEquals("2", junit.getDocumentElement().getAttribute("skipped"));
    assertEquals(2, junit.getElementsByTagName("skipped").getLength());
  }

  // The reader keeps suppressed SARIF results (and marks them), and counts failed test cases only.
  @ParameterizedTest
  @CsvSource({
    "sarif, SARIF, 9",
    "checkstyle, CHECKSTYLE, 7",
    "gitlab, CODECLIMATE, 7",
    "junit, JUNIT, 4"
  })
  void a_foreign_reader_counts_the_same(String format, Parser parser, int expected)
      throws Exception {
    Files.writeString(folder.resolve("report"), written(format, RICH, CONTEXT));
    Set<Violation> violations =
        ViolationsApi.violationsApi()
            .withPattern(".*/report$")
            .inFolder(folder.toString())
            .findAll(parser)
            .violations();
    assertEquals(expected, violations.size(), violations::toString);
  }

  /** The second reader has its own model of the format and refuses what it does not know. */
  @Test
  void another_reader_of_sarif_counts_the_same() throws Exception {
    SarifSchema210 read =
        new ObjectMapper().readValue(written("sarif", RICH, CONTEXT), SarifSchema210.class);
    assertEquals(1, read.getRuns().size());
    assertEquals(9, read.getRuns().get(0).getResults().size());
    assertEquals(
        2,
        read.getRuns().get(0).getResults().stream()
            .filter(each -> each.getSuppressions() != null && !each.getSuppressions().isEmpty())
            .count());
  }

  /** Two modules of our own, with their sources, as a user would scan them. */
  @Test
  void a_real_project_of_many_modules_is_counted_alike_by_two_foreign_readers() throws Exception {
    Settings settings =
        new Settings().paths(List.of("../rules/src/main/java", "src/main/java/dev/concur/verify"));
    Analysis analysis = Concur.analyze(settings.request());
    StringWriter sarif = new StringWriter();
    Reports.write("sarif", analysis.report(), Concur.context(analysis), sarif);
    int expected = analysis.report().advice().size();
    assertTrue(expected > 0);

    SarifSchema210 read = new ObjectMapper().readValue(sarif.toString(), SarifSchema210.class);
    assertEquals(expected, read.getRuns().get(0).getResults().size());
    Files.writeString(folder.resolve("many"), sarif.toString());
    Set<Violation> violations =
        ViolationsApi.violationsApi()
            .withPattern(".*/many$")
            .inFolder(folder.toString())
            .findAll(Parser.SARIF)
            .violations();
    assertEquals(expected, violations.size(), violations::toString);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
