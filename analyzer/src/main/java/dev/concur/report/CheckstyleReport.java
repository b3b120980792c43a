package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checkstyle's XML, which nearly every build server reads. Suppressed findings stay out. */
final class CheckstyleReport implements ReportWriter {

  @Override
  public String format() {
    return "checkstyle";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    Map<String, List<Advice>> byFile = new TreeMap<>();
    for (Advice advice : Summary.of(report).counting()) {
      String path = Paths.of(advice.finding().at(), context.sources());
      byFile.computeIfAbsent(path, file -> new ArrayList<>()).add(advice);
    }
    Xml xml = new Xml(out);
    xml.open("checkstyle").attribute("version", "10.0");
    for (Map.Entry<String, List<Advice>> file : byFile.entrySet()) {
      xml.open("file").attribute("name", file.getKey());
      for (Advice advice : file.getValue()) {
        writeError(xml, advice);
      }
      xml.close();
    }
    xml.close().end();
  }

  private static void writeError(Xml xml, Advice advice) throws IOException {
    Finding finding = advice.finding();
    String severity = finding.severity() == Severity.NOTE ? "info" : finding.severity().word();
    xml.open("error").attribute("line", Math.max(1, finding.at().line()));
    xml.attribute("severity", severity);
    xml.attribute("message", Words.plain(Words.sentence(advice)));
    xml.attribute("source", "concur." + finding.rule()).closeWith("");
  }
}
