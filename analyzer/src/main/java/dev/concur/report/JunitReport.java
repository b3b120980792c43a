package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * JUnit's XML, for servers that know nothing but tests: each finding is a test case. Errors and
 * warnings fail, notes pass, suppressed findings and those of a baseline are skipped; without any
 * finding there is one case that passes.
 */
final class JunitReport implements ReportWriter {

  @Override
  public String format() {
    return "junit";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    Summary summary = Summary.of(report);
    int failures =
        (int) summary.news(context).stream().filter(each -> fails(each.finding())).count();
    int known = summary.counting().size() - summary.news(context).size();
    Xml xml = new Xml(out);
    for (String element : List.of("testsuites", "testsuite")) {
      xml.open(element).attribute("name", "concur");
      xml.attribute("tests", Math.max(1, summary.ordered().size()));
      xml.attribute("failures", failures).attribute("errors", 0);
      xml.attribute("skipped", summary.suppressed() + known).attribute("time", "0");
    }
    for (Advice advice : summary.ordered()) {
      writeCase(xml, advice, context);
    }
    if (summary.ordered().isEmpty()) {
      xml.open("testcase").attribute("classname", "concur").attribute("name", "no findings");
      xml.attribute("time", "0").closeWith("");
    }
    xml.close().close().end();
  }

  private static boolean fails(Finding finding) {
    return finding.severity() != Severity.NOTE;
  }

  private static void writeCase(Xml xml, Advice advice, WriterContext context) throws IOException {
    Finding finding = advice.finding();
    xml.open("testcase").attribute("classname", Words.plain(finding.at().className()));
    String name = finding.rule() + " in " + finding.at().method() + " (" + finding.id() + ")";
    xml.attribute("name", Words.plain(name)).attribute("time", "0");
    if (finding.suppressed().isPresent()) {
      xml.open("skipped").attribute("message", suppression(finding.suppressed().get()));
      xml.closeWith("");
    } else if (!context.isNew(advice)) {
      xml.open("skipped").attribute("message", "in the baseline").closeWith("");
    } else if (!fails(finding)) {
      xml.open("system-out").closeWith(inFull(advice));
    } else {
      xml.open("failure").attribute("message", Words.plain(finding.message()));
      xml.attribute("type", finding.rule()).closeWith(inFull(advice));
    }
    xml.close();
  }

  private static String suppression(Finding.Suppression by) {
    String why = by.justification().isEmpty() ? "" : ": " + by.justification();
    return Words.plain("suppressed by " + by.by() + why);
  }

  private static String inFull(Advice advice) {
    Finding finding = advice.finding();
    List<String> lines = new ArrayList<>(List.of(Words.plain(Words.sentence(advice))));
    lines.add("\t" + Words.plain(finding.at().asStackFrame()));
    for (Spot spot : finding.evidence()) {
      lines.add("\t" + Words.plain(spot.asStackFrame()));
    }
    return String.join("\n", lines) + "\n";
  }
}
