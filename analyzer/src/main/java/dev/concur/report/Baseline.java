package dev.concur.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Advice;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Findings that are known, to be kept in a repository: one a line, sorted, without line numbers, so
 * that it changes only when the findings do. A JSON report is as good.
 */
public final class Baseline implements ReportWriter {

  private static final long LARGEST = 512L << 20;

  /**
   * The findings in a baseline or in a JSON report.
   *
   * @throws IOException when the file cannot be read or is neither; the message says which
   */
  public static List<KnownResult> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no such file; write one with --format baseline");
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException("too large for a baseline");
    }
    JsonNode findings = parsed(file).path("findings");
    if (!findings.isArray()) {
      throw new IOException("neither a baseline nor a JSON report of concur");
    }
    List<KnownResult> known = new ArrayList<>();
    findings.forEach(finding -> known.add(known(finding)));
    return known;
  }

  /** A baseline has class and method beside the rule, a JSON report in its own place. */
  private static KnownResult known(JsonNode finding) {
    JsonNode at = finding.has("at") ? finding.path("at") : finding;
    return new KnownResult(
        finding.path("id").asText(),
        finding.path("rule").asText(),
        at.path("class").asText(),
        at.path("method").asText(),
        finding.path("severity").asText());
  }

  private static JsonNode parsed(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public String format() {
    return "baseline";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    List<Finding> findings =
        report.advice().stream()
            .map(Advice::finding)
            .filter(finding -> finding.suppressed().isEmpty())
            .sorted(
                Comparator.comparing((Finding finding) -> finding.at().className())
                    .thenComparing(finding -> finding.at().method())
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::id))
            .toList();
    JsonGenerator generator = new JsonFactory().createGenerator(out);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.setPrettyPrinter(new LinePerItem());
    Json json = new Json(generator);
    json.open().field("schema", "concur-baseline/1");
    json.each("findings", findings, Baseline::one).close();
    generator.close();
    out.write('\n');
  }

  private static void one(Json json, Finding finding) throws IOException {
    json.open()
        .field("id", finding.id())
        .field("rule", finding.rule())
        .field("severity", finding.severity().word())
        .field("class", finding.at().className())
        .field("method", finding.at().method())
        .close();
  }
}
