package dev.concur.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitLab's Code Quality report: an array of issues. Suppressed findings stay out, as the format has
 * no word for them.
 */
final class GitLabReport implements ReportWriter {

  @Override
  public String format() {
    return "gitlab";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new LinePerItem(1));
    Map<String, Integer> ids = new HashMap<>();
    try (generator) {
      generator.writeStartArray();
      for (Advice advice : Summary.of(report).counting()) {
        int times = ids.merge(advice.finding().id(), 1, Integer::sum);
        writeIssue(new Json(generator), advice, times, context);
      }
      generator.writeEndArray();
      generator.writeRaw('\n');
    }
  }

  /** Of several issues with one fingerprint GitLab shows only the first, hence the count. */
  private static void writeIssue(Json json, Advice advice, int times, WriterContext context)
      throws IOException {
    Finding finding = advice.finding();
    // GitLab needs neither type nor category, but other readers of Code Climate's format do.
    json.open().field("type", "issue").words("categories", List.of("Performance"));
    json.field("engine_name", "concur")
        .field("description", Words.sentence(advice))
        .field("check_name", finding.rule());
    json.field("fingerprint", finding.id() + (times > 1 ? ":" + times : ""));
    json.field("severity", severity(finding.severity()));
    json.open("location").field("path", Paths.of(finding.at(), context.sources()));
    json.open("lines").field("begin", Math.max(1, finding.at().line())).close().close().close();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
