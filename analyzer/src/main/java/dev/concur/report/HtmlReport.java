package dev.concur.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * One page that opens from disk and asks no network: what to do first, the locks, what was
 * measured, every finding, and the code base by package. The templates in {@code src/main/jte}
 * escape each value for the place it stands in; drawings are SVG by D3, so that they print, scale
 * and take the colours of the page, with their figures in words beside them.
 */
final class HtmlReport implements ReportWriter {

  @Override
  public String format() {
    return "html";
  }

  // Generated templates take null where nothing is to be changed in the tags they write.
  @SuppressWarnings("NullAway")
  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    WriterOutput page = new WriterOutput(new Harmless(out));
    JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, HtmlPage.of(report, context));
  }

  /** Lets no character through that steers a terminal or the direction of writing. */
  private static final class Harmless extends FilterWriter {

    Harmless(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(known((char) c));
    }

    @Override
    public void write(char[] buffer, int from, int length) throws IOException {
      write(new String(buffer, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      int clean = from;
      for (int i = from; i < from + length; i++) {
        char c = text.charAt(i);
        if (known(c) != c) {
          out.write(text, clean, i - clean);
          out.write(known(c));
          clean = i + 1;
        }
      }
      out.write(text, clean, from + length - clean);
    }

    private static char known(char c) {
      return c == '\n' || c == '\t' || Words.harmless(c) ? c : '\uFFFD';
    }
  }
}
