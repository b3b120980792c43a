package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Annotations of a GitHub workflow step: commands that the runner reads from standard output. What
 * a baseline has is not annotated.
 */
final class GitHubReport implements ReportWriter {

  // The runner shows ten of each level for a step; the last notice says how many there are besides.
  private static final int EACH = 10;

  @Override
  public String format() {
    return "github";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    List<Advice> counting = Summary.of(report).news(context);
    int left = 0;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      List<Advice> level =
          counting.stream().filter(advice -> advice.finding().severity() == severity).toList();
      int most = severity == Severity.NOTE ? EACH - 1 : EACH;
      for (Advice advice : level.subList(0, Math.min(most, level.size()))) {
        writeAnnotation(out, advice, context);
      }
      left += Math.max(0, level.size() - most);
    }
    if (left > 0) {
      String more = left == 1 ? "1 more finding" : Words.count(left) + " more findings";
      out.append("::notice title=concur::").append(more).append(" in the full report\n");
    }
  }

  private static void writeAnnotation(Writer out, Advice advice, WriterContext context)
      throws IOException {
    Finding finding = advice.finding();
    String level = finding.severity() == Severity.NOTE ? "notice" : finding.severity().word();
    out.append("::").append(level);
    out.append(" file=").append(property(Paths.of(finding.at(), context.sources())));
    if (finding.at().line() > 0) {
      out.append(",line=").append(Integer.toString(finding.at().line()));
    }
    out.append(",title=").append(property("concur " + finding.rule()));
    out.append("::").append(escaped(Words.sentence(advice))).append('\n');
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** On one line, since a command ends with its line. */
  private static String escaped(String text) {
    return Words.plain(text).replace("%", "%25");
  }
}
