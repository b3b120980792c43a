package dev.concur.report;

import java.util.ArrayList;
import java.util.List;

/** What is on the page; how it looks is said by {@code page.jte} and the templates beside it. */
record HtmlPage(Report report, WriterContext context, Summary summary, HtmlAssets assets) {

  static HtmlPage of(Report report, WriterContext context) {
    return new HtmlPage(report, context, Summary.of(report), HtmlAssets.LOADED);
  }

  /** A part that the header links to. */
  record Part(String id, String name) {}

  String title() {
    return context.project().isEmpty() ? "concur" : context.project() + " - concur";
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("first", "First"));
    parts.add(new Part("locks", "Locks"));
    if (measured().any()) {
      parts.add(new Part("measured", "Measured"));
    }
    parts.add(new Part("findings", "Findings"));
    parts.add(new Part("landscape", "Landscape"));
    if (!report.problems().isEmpty()) {
      parts.add(new Part("problems", "Problems"));
    }
    return parts;
  }

  HtmlFirst first() {
    return new HtmlFirst(report, summary, context);
  }

  HtmlLocks locks() {
    return HtmlLocks.of(report);
  }

  HtmlMeasured measured() {
    return new HtmlMeasured(summary);
  }

  HtmlFindings findings() {
    return new HtmlFindings(summary, context, Anchors.of(report));
  }

  /** The methods as data, for the script that draws the rows in view. */
  String methods() {
    return HtmlLandscape.data(report);
  }

  String footer() {
    String os = report.os().isEmpty() ? "" : ", " + report.os();
    return "concur " + report.toolVersion() + ", analysed on JDK " + report.jdk() + os;
  }
}
