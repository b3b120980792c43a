package dev.concur.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * One page that opens from disk and asks no network: what to do first, the locks, what was
 * measured, every finding, and the code base by package. Charts are plain SVG and tables, so that
 * they print, scale, take the colours of the page and can be read aloud. Its security policy allows
 * this very style and script by their hashes, and nothing else.
 */
final class HtmlReport implements ReportWriter {

  @Override
  public String format() {
    return "html";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    Html html = new Html(out);
    html.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en");
    String style = resource("page.css");
    String script = resource("page.js");
    writeHead(html, context, style, script);
    html.open("body");
    writeBody(html, report, context);
    HtmlLandscape.writeData(html, out, report);
    html.open("script").verbatim(script).close();
    html.close().close();
  }

  private static void writeHead(Html html, WriterContext context, String style, String script)
      throws IOException {
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", title(context)).open("style").verbatim(style).close().close();
  }

  private static String title(WriterContext context) {
    return context.project().isEmpty() ? "concur" : context.project() + " - concur";
  }

  private static void writeBody(Html html, Report report, WriterContext context)
      throws IOException {
    Summary summary = Summary.of(report);
    html.leaf("a", "Skip to the findings", "class", "skip", "href", "#findings");
    writeHeader(html, report, context, summary);
    html.open("main");
    new HtmlFirst(html, report, summary).write();
    new HtmlLocks(html, report).write();
    new HtmlMeasured(html, summary).write();
    new HtmlFindings(html, report, summary, context).write();
    HtmlLandscape.write(html, report);
    writeProblems(html, report);
    html.close();
    html.open("footer")
        .text("concur " + report.toolVersion() + ", analysed on JDK " + report.jdk());
    html.text(report.os().isEmpty() ? "" : ", " + report.os()).close();
  }

  private static void writeHeader(Html html, Report report, WriterContext context, Summary summary)
      throws IOException {
    html.open("header").open("div", "class", "bar");
    html.leaf("h1", title(context));
    html.open("nav", "aria-label", "Parts of the report");
    link(html, "#first", "First");
    link(html, "#locks", "Locks");
    if (HtmlMeasured.any(summary)) {
      link(html, "#measured", "Measured");
    }
    link(html, "#findings", "Findings");
    link(html, "#landscape", "Landscape");
    if (!report.problems().isEmpty()) {
      link(html, "#problems", "Problems");
    }
    html.close();
    html.leaf("button", "Dark", "type", "button", "id", "theme", "aria-pressed", "false");
    html.close().close();
  }

  private static void link(Html html, String target, String text) throws IOException {
    html.leaf("a", text, "href", target);
  }

  private static void writeProblems(Html html, Report report) throws IOException {
    List<Report.Problem> problems = report.problems();
    if (problems.isEmpty()) {
      return;
    }
    html.open("section", "id", "problems").leaf("h2", "Problems");
    html.leaf("p", "What could not be read or resolved, and what to try.", "class", "lead");
    html.open("dl", "class", "problems");
    for (Report.Problem problem : problems) {
      html.leaf("dt", problem.where()).leaf("dd", problem.message());
    }
    html.close().close();
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), hash(script));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
