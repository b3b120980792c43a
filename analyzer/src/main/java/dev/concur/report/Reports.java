package dev.concur.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every format that a report can be written in. */
public final class Reports {

  private static final List<ReportWriter> WRITERS =
      List.of(
          new TextReport(),
          new JsonReport(),
          new SarifReport(),
          new HtmlReport(),
          new MarkdownReport(),
          new GitHubReport(),
          new GitLabReport(),
          new CheckstyleReport(),
          new JunitReport(),
          new Baseline());

  private Reports() {}

  /** Names of the formats, the most common first. */
  public static List<String> formats() {
    return WRITERS.stream().map(ReportWriter::format).toList();
  }

  /** The JSON schema of format {@code json}. */
  public static String schema() {
    return JsonReport.schema();
  }

  /**
   * Writes the report to a terminal or any other place of characters, which is flushed and not
   * closed.
   *
   * @throws IllegalArgumentException for a format that is not one of {@link #formats()}
   * @throws IOException when {@code out} does
   */
  public static void write(String format, Report report, WriterContext context, Writer out)
      throws IOException {
    writerOf(format).write(report, context, out);
    out.flush();
  }

  /**
   * Writes the report as UTF-8, which every format that names its encoding says it is. The stream
   * is flushed and not closed.
   *
   * @throws IllegalArgumentException for a format that is not one of {@link #formats()}
   * @throws IOException when {@code out} does
   */
  public static void write(String format, Report report, WriterContext context, OutputStream out)
      throws IOException {
    write(format, report, context, new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** What was found, in one line: {@code 1 error, 2 warnings, 0 notes}. */
  public static String counts(Report report, WriterContext context) {
    return Summary.of(report).counts(context);
  }

  private static ReportWriter writerOf(String format) {
    return WRITERS.stream()
        .filter(writer -> writer.format().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no format '" + format + "'; there are " + String.join(", ", formats())));
  }
}
