package calls;

import static calls.Inputs.*;
import static calls.Stopwatch.time;

import calls.Stopwatch.Op;
import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** Calls that make and read documents, indexes, repositories and pages. */
final class Documents {

  private Documents() {}

  static void all() throws Exception {
    html();
    pdf();
    poi();
    lucene();
    jgit();
    templates();
  }

  private static void html() throws Exception {
    StringBuilder h = new StringBuilder("<html><head><title>x</title></head><body>");
    while (h.length() < 6000)
      h.append(
          "<div class=\"a b\"><p>Some text <b>bold</b> and <a"
              + " href=\"http://e.org/x\">link</a></p></div>\n");
    String html6k = h + "</body></html>";
    String html40 = "<p>Some text <b>bold</b> and <i>it</i></p>";
    time("Jsoup.parse 40", () -> org.jsoup.Jsoup.parse(html40));
    time("Jsoup.parse 6k", () -> org.jsoup.Jsoup.parse(html6k));
    time("Jsoup.clean 40", () -> org.jsoup.Jsoup.clean(html40, org.jsoup.safety.Safelist.basic()));
    time("Jsoup.clean 6k", () -> org.jsoup.Jsoup.clean(html6k, org.jsoup.safety.Safelist.basic()));
    var doc = org.jsoup.Jsoup.parse(html6k);
    time("Jsoup select 6k", () -> doc.select("div.a a[href]"));
  }

  private static void pdf() throws Exception {
    Op pdf =
        () -> {
          var d = new org.apache.pdfbox.pdmodel.PDDocument();
          var pg = new org.apache.pdfbox.pdmodel.PDPage();
          d.addPage(pg);
          var cs = new org.apache.pdfbox.pdmodel.PDPageContentStream(d, pg);
          cs.beginText();
          cs.setFont(
              new org.apache.pdfbox.pdmodel.font.PDType1Font(
                  org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
              12);
          cs.newLineAtOffset(50, 700);
          for (int i = 0; i < 30; i++) {
            cs.showText("Line " + i + " of an invoice 12.50");
            cs.newLineAtOffset(0, -15);
          }
          cs.endText();
          cs.close();
          var b = new ByteArrayOutputStream();
          d.save(b);
          d.close();
          return b.toByteArray();
        };
    time("PDFBox one page all", pdf);
    byte[] pd = (byte[]) pdf.run();
    time(
        "PDFBox load",
        () -> {
          var d = org.apache.pdfbox.Loader.loadPDF(pd);
          d.close();
          return 1;
        });
    time(
        "PDFBox load+text",
        () -> {
          try (var d = org.apache.pdfbox.Loader.loadPDF(pd)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(d);
          }
        });
    time(
        "PDFBox load+render",
        () -> {
          try (var d = org.apache.pdfbox.Loader.loadPDF(pd)) {
            return new org.apache.pdfbox.rendering.PDFRenderer(d).renderImage(0);
          }
        });
    time(
        "OpenPDF one page",
        () -> {
          var d = new com.lowagie.text.Document();
          var b = new ByteArrayOutputStream();
          com.lowagie.text.pdf.PdfWriter.getInstance(d, b);
          d.open();
          for (int i = 0; i < 30; i++) d.add(new com.lowagie.text.Paragraph("Line " + i));
          d.close();
          return b;
        });
  }

  private static void poi() throws Exception {
    time(
        "POI new XSSF",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          q.close();
          return q;
        });
    Op poi =
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          var s = q.createSheet();
          for (int i = 0; i < 100; i++) {
            var row = s.createRow(i);
            for (int c = 0; c < 5; c++) row.createCell(c).setCellValue("cell " + i + c);
          }
          var b = new ByteArrayOutputStream();
          q.write(b);
          q.close();
          return b.toByteArray();
        };
    time("POI write 100x5", poi);
    byte[] xl = (byte[]) poi.run();
    time(
        "POI fill only 100x5",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          var s = q.createSheet();
          for (int i = 0; i < 100; i++) {
            var row = s.createRow(i);
            for (int c = 0; c < 5; c++) row.createCell(c).setCellValue("cell " + i + c);
          }
          q.close();
          return q;
        });
    time(
        "POI read 100x5",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(xl));
          q.close();
          return q;
        });
  }

  private static void lucene() throws Exception {
    Path dir = Files.createTempDirectory("luc");
    var fs = org.apache.lucene.store.FSDirectory.open(dir);
    var iw =
        new org.apache.lucene.index.IndexWriter(
            fs, new org.apache.lucene.index.IndexWriterConfig());
    iw.commit();
    Op add =
        () -> {
          var d = new org.apache.lucene.document.Document();
          d.add(
              new org.apache.lucene.document.StringField(
                  "id", "4711", org.apache.lucene.document.Field.Store.YES));
          d.add(
              new org.apache.lucene.document.TextField(
                  "body", w6k, org.apache.lucene.document.Field.Store.NO));
          return iw.addDocument(d);
        };
    time("Lucene addDocument 6k", add);
    time(
        "Lucene add+commit",
        () -> {
          add.run();
          return iw.commit();
        });
    time(
        "Lucene DirectoryReader.open",
        () -> {
          var q = org.apache.lucene.index.DirectoryReader.open(fs);
          q.close();
          return q;
        });
    var rd = org.apache.lucene.index.DirectoryReader.open(fs);
    var se = new org.apache.lucene.search.IndexSearcher(rd);
    time(
        "Lucene search term",
        () ->
            se.search(
                new org.apache.lucene.search.TermQuery(
                    new org.apache.lucene.index.Term("body", "ab")),
                10));
    time(
        "Lucene parse query",
        () ->
            new org.apache.lucene.queryparser.classic.QueryParser(
                    "body", new org.apache.lucene.analysis.standard.StandardAnalyzer())
                .parse("hello AND wor*"));
  }

  private static void jgit() throws Exception {
    Path repo = Files.createTempDirectory("git");
    var git = org.eclipse.jgit.api.Git.init().setDirectory(repo.toFile()).call();
    int[] cnt = {0};
    time(
        "JGit add+commit",
        () -> {
          Files.writeString(repo.resolve("f" + (cnt[0] % 5)), w40 + cnt[0]++);
          git.add().addFilepattern(".").call();
          return git.commit().setMessage("m").setSign(false).call();
        });
    time(
        "JGit log 50",
        () -> {
          int c = 0;
          for (var q : git.log().setMaxCount(50).call()) c++;
          return c;
        });
    time("JGit status", () -> git.status().call());
    time(
        "Git.open",
        () -> {
          var q = org.eclipse.jgit.api.Git.open(repo.toFile());
          q.close();
          return q;
        });
  }

  private static void templates() throws Exception {
    var fm =
        new freemarker.template.Configuration(freemarker.template.Configuration.VERSION_2_3_34);
    var ft =
        new freemarker.template.Template(
            "x", "Hi ${customer}<#list lines as l>${l.sku} ${l.quantity}\n</#list>", fm);
    time(
        "FreeMarker process 10",
        () -> {
          var sw = new StringWriter();
          ft.process(o10, sw);
          return sw;
        });
    time(
        "FreeMarker new Template",
        () ->
            new freemarker.template.Template(
                "x", "Hi ${customer}<#list lines as l>${l.sku} ${l.quantity}\n</#list>", fm));
    var mf = new com.github.mustachejava.DefaultMustacheFactory();
    time(
        "Mustache compile",
        () ->
            new com.github.mustachejava.DefaultMustacheFactory()
                .compile(new StringReader("Hi {{customer}} {{#lines}}{{sku}}{{/lines}}"), "x"));
    var mu = mf.compile(new StringReader("Hi {{customer}} {{#lines}}{{sku}}{{/lines}}"), "x");
    time("Mustache execute", () -> mu.execute(new StringWriter(), o10));
    var te = new org.thymeleaf.TemplateEngine();
    time(
        "Thymeleaf process",
        () ->
            te.process(
                "<p th:text=\"${c}\">x</p><ul><li th:each=\"l : ${ls}\""
                    + " th:text=\"${l}\"></li></ul>",
                new org.thymeleaf.context.Context(
                    Locale.US,
                    Map.of(
                        "c",
                        "Jane",
                        "ls",
                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")))));
    var ve = new org.apache.velocity.app.VelocityEngine();
    ve.init();
    time(
        "Velocity evaluate",
        () -> {
          var sw = new StringWriter();
          ve.evaluate(
              new org.apache.velocity.VelocityContext(
                  new HashMap<>(Map.of("c", "Jane", "ls", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))),
              sw,
              "x",
              "Hi $c #foreach($l in $ls)$l, #end");
          return sw;
        });
    time(
        "CommonMark parse+render 6k",
        () ->
            org.commonmark.renderer.html.HtmlRenderer.builder()
                .build()
                .render(org.commonmark.parser.Parser.builder().build().parse(w6k)));
    time(
        "commons-csv parse 300 lines",
        () ->
            org.apache.commons.csv.CSVFormat.DEFAULT
                .parse(new StringReader("a,b,c,d,e\n".repeat(300)))
                .getRecords());
    time(
        "Levenshtein 12",
        () ->
            new org.apache.commons.text.similarity.LevenshteinDistance()
                .apply("Johannes Doe", "Johanna Dough"));
    time(
        "JaroWinkler 12",
        () ->
            new org.apache.commons.text.similarity.JaroWinklerSimilarity()
                .apply("Johannes Doe", "Johanna Dough"));
    time(
        "StringSubstitutor",
        () ->
            new org.apache.commons.text.StringSubstitutor(Map.of("a", "b"))
                .replace("Hello ${a}, how are ${a} today and more"));
    time("escapeHtml4 40", () -> org.apache.commons.text.StringEscapeUtils.escapeHtml4(w40));
  }
}
