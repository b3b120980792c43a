package dev.concur.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.concur.advise.Advice;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * SARIF 2.1.0 for code scanning services: one run, paths relative to the root of the repository,
 * and the same bytes for the same code wherever and whenever it is scanned.
 */
final class SarifReport implements ReportWriter {

  // What GitHub accepts in one run; it shows the 5,000 of highest severity.
  private static final int RESULTS = 25_000;
  private static final int ARRAY_IN_RUN = 4;
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new LinePerItem(ARRAY_IN_RUN));
    try (generator) {
      writeLog(new Json(generator), report, context);
      generator.writeRaw('\n');
    }
  }

  private static void writeLog(Json json, Report report, WriterContext context) throws IOException {
    List<Advice> all = Summary.of(report).ordered();
    List<Advice> kept = all.subList(0, Math.min(RESULTS, all.size()));
    List<KnownResult> absent = context.absent(report);
    SarifRules rules = SarifRules.of(kept, absent, context.rules());
    json.open().field("$schema", SCHEMA).field("version", "2.1.0");
    json.openArray("runs").open();
    rules.writeTool(json, report.toolVersion());
    String project = context.project().isEmpty() ? "" : Words.plain(context.project()) + "/";
    json.open("automationDetails").field("id", "concur/" + project).close();
    writeInvocation(json, report, context, all.size() - kept.size());
    writeRoot(json);
    json.field("columnKind", "utf16CodeUnits");
    SarifResults results = new SarifResults(json, report, context, rules);
    json.openArray("results");
    for (Advice advice : kept) {
      results.write(advice);
    }
    for (KnownResult gone : absent.subList(0, Math.min(RESULTS - kept.size(), absent.size()))) {
      results.write(gone);
    }
    json.closeArray();
    json.close().closeArray().close();
  }

  private static void writeRoot(Json json) throws IOException {
    json.open("originalUriBaseIds").open("%SRCROOT%").open("description");
    json.field("text", "The root of the repository.").close().close().close();
  }

  private static void writeInvocation(Json json, Report report, WriterContext context, int dropped)
      throws IOException {
    json.openArray("invocations").open();
    json.fieldUnlessEmpty("commandLine", context.commandLine());
    json.field("executionSuccessful", true).openArray("toolExecutionNotifications");
    for (Report.Problem problem : report.problems()) {
      String where = withoutFolders(problem.where());
      String message = problem.message().replace(problem.where(), where);
      writeNotification(json, "unreadable", where + ": " + message);
    }
    if (dropped > 0) {
      writeNotification(
          json,
          "truncated",
          Words.count(dropped, "finding")
              + " of lowest rank left out: a run holds no more than "
              + Words.count(RESULTS));
    }
    json.closeArray().close().closeArray();
  }

  private static void writeNotification(Json json, String id, String text) throws IOException {
    json.open().open("descriptor").field("id", id).close().field("level", "warning");
    json.open("message").field("text", text).close().close();
  }

  /** The name of the file, where the whole path would tell whose machine this was. */
  private static String withoutFolders(String where) {
    boolean absolute = where.startsWith("/") || where.matches("(?s)[A-Za-z]:[\\\\/].*");
    return absolute
        ? where.substring(Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\')) + 1)
        : where;
  }
}
