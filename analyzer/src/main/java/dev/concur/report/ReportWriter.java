package dev.concur.report;

import java.io.IOException;
import java.io.Writer;

/** One output format. Same report and context, same characters. */
public interface ReportWriter {

  /** The name that users ask for it by, such as {@code json}. */
  String format();

  /**
   * Writes the whole report. The writer is flushed, not closed.
   *
   * @throws IOException when the writer does
   */
  void write(Report report, WriterContext context, Writer out) throws IOException;
}
