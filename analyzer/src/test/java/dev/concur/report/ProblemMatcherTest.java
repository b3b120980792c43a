package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The problem matcher that docs/ci.md gives to users of VS Code reads what is written. */
class ProblemMatcherTest {

  @Test
  void it_matches_every_annotation_that_has_a_place() throws IOException {
    JsonNode pattern = matcher();
    Pattern regexp = Pattern.compile(pattern.path("regexp").asText());
    List<String> lines =
        written("github", SampleReports.large(50, 30), SampleReports.context())
            .lines()
            .filter(line -> line.contains(" file="))
            .toList();
    assertTrue(lines.size() >= 10, () -> "few annotations: " + lines);
    for (String line : lines) {
      var matched = regexp.matcher(line);
      assertTrue(matched.matches(), line);
      assertTrue(matched.group(pattern.path("file").asInt()).endsWith(".java"), line);
      assertTrue(matched.group(pattern.path("line").asInt()).matches("[1-9]\\d*"), line);
    }
    assertEquals(1, pattern.path("severity").asInt());
  }

  private static JsonNode matcher() throws IOException {
    String docs = Files.readString(Path.of("../docs/ci.md"));
    String section = docs.substring(docs.indexOf("\n## VS Code"));
    String json = section.substring(section.indexOf("```json") + 7);
    return new ObjectMapper()
        .readTree(json.substring(0, json.indexOf("```")))
        .at("/tasks/0/problemMatcher/pattern");
  }
}
