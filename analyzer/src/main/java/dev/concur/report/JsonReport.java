package dev.concur.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.concur.model.Cost;
import dev.concur.model.Entry;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The report for programs, as {@code report.schema.json} describes it; streamed. */
final class JsonReport implements ReportWriter {

  private static final String SCHEMA = "report.schema.json";

  static String schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream(SCHEMA)) {
      return new String(Objects.requireNonNull(in, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new LinePerItem());
    try (generator) {
      writeReport(new Json(generator), report, context);
      generator.writeRaw('\n');
    }
  }

  private static void writeReport(Json json, Report report, WriterContext context)
      throws IOException {
    json.open();
    json.field("schema", "concur-report/1");
    json.open("tool").field("name", "concur").field("version", report.toolVersion()).close();
    writeMachine(json, report);
    writeTarget(json, report);
    Summary summary = Summary.of(report);
    writeSummary(json, report, summary);
    json.each("methods", report.methods(), JsonReport::writeLabel);
    json.each("locks", report.locks(), JsonReport::writeLock);
    json.each(
        "findings", summary.ordered(), (each, advice) -> JsonAdvice.write(each, advice, context));
    json.each("problems", report.problems(), JsonReport::writeProblem);
    json.close();
  }

  private static void writeMachine(Json json, Report report) throws IOException {
    json.open("machine").field("cores", report.machine().cores()).field("jdk", report.jdk());
    json.fieldUnlessEmpty("benchmarkJdk", report.benchmarkJdk().orElse(""));
    json.fieldIfPositive("memoryBytes", report.machine().memoryBytes());
    json.fieldUnlessEmpty("os", report.os()).close();
  }

  private static void writeTarget(Json json, Report report) throws IOException {
    json.open("target").field("release", report.target().release());
    json.words("roots", report.roots());
    json.field("mode", Words.of(report.target().mode()));
    json.field("runtime", report.target().runtime()).close();
  }

  private static void writeSummary(Json json, Report report, Summary summary) throws IOException {
    json.open("summary").field("classes", report.classes());
    json.field("methods", report.methods().size());
    for (var bound : summary.bounds().entrySet()) {
      json.field(bound.getKey().word(), bound.getValue());
    }
    json.field("findings", report.advice().size());
    if (report.predictionError().isPresent()) {
      Report.PredictionError error = report.predictionError().get();
      json.open("predictionError").field("n", error.n());
      json.fieldIfFinite("medianLogRatio", error.medianLogRatio());
      json.fieldIfFinite("within20", error.within20()).close();
    }
    if (report.spending().isPresent()) {
      writeSpending(json, report.spending().get());
    }
    json.close();
  }

  private static void writeSpending(Json json, Report.Spending spending) throws IOException {
    json.open("spending").fieldIfFinite("seconds", spending.seconds());
    json.open("parts");
    for (Map.Entry<String, Double> part : spending.parts().entrySet()) {
      json.fieldIfFinite(part.getKey(), part.getValue());
    }
    json.close().field("open", spending.open());
    if (spending.all().isPresent()) {
      json.fieldIfFinite("allSeconds", spending.all().get());
    }
    json.close();
  }

  private static void writeLabel(Json json, Label label) throws IOException {
    json.open();
    writeSpotFields(json, label.at(), true);
    json.field("bound", label.bound().word());
    json.words("kinds", label.kinds().stream().map(Kind::word).toList());
    json.field("blocking", label.blocking()).field("async", label.async());
    if (label.cost().isPresent()) {
      Cost cost = label.cost().get();
      json.numberOrNull("cpuNanos", cost.cpu().middle());
      json.numberOrNull("waitNanos", cost.waiting().middle());
      json.range("cpuRange", cost.cpu().low(), cost.cpu().high());
      json.range("waitRange", cost.waiting().low(), cost.waiting().high());
    } else {
      json.nothing("cpuNanos").nothing("waitNanos");
    }
    json.field("confidence", label.confidence().word());
    json.each("evidence", label.evidence(), JsonReport::writeSpot);
    json.wordsUnlessEmpty("missing", label.missing());
    json.close();
  }

  private static void writeLock(Json json, LockUse use) throws IOException {
    json.open().field("id", use.lock().id()).field("kind", use.lock().kind().word());
    json.field("identity", use.lock().identity()).field("scope", use.lock().scope().word());
    json.field("gilLike", use.gilLike().word());
    json.numberOrNull("heldShare", Math.min(1, use.heldShare().middle()));
    json.fieldIfFinite("maxSpeedup", use.maxSpeedup());
    json.numberOrNull("heldNanos", use.heldNanos().middle());
    json.each("regions", use.regions().stream().map(Region::at).toList(), JsonReport::writeSpot);
    json.each("entries", use.entries().stream().map(Entry::at).toList(), JsonReport::writeSpot);
    json.words("sharedBecause", use.sharedBecause());
    json.words("guards", use.guards()).words("order", use.order().keySet());
    json.close();
  }

  private static void writeProblem(Json json, Report.Problem problem) throws IOException {
    json.open().field("where", problem.where()).field("message", problem.message()).close();
  }

  static void writeSpot(Json json, Spot spot) throws IOException {
    json.open();
    writeSpotFields(json, spot, false);
    json.close();
  }

  private static void writeSpotFields(Json json, Spot spot, boolean always) throws IOException {
    json.field("class", spot.className()).field("method", spot.method());
    if (always) {
      json.field("descriptor", spot.descriptor());
    } else {
      json.fieldUnlessEmpty("descriptor", spot.descriptor());
    }
    json.fieldUnlessEmpty("file", spot.file()).fieldIfPositive("line", spot.line());
    json.fieldUnlessEmpty("note", spot.note());
  }
}
