package dev.concur.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * HTML that cannot be broken out of: every text and every attribute value is escaped, every element
 * is closed. What must go in as it is says so ({@link #verbatim}).
 */
final class Html {

  // Elements after which a new line would show as a blank.
  private static final Set<String> INLINE =
      Set.of("a", "b", "button", "code", "em", "mark", "option", "small", "span", "strong");

  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  Html(Appendable out) {
    this.out = out;
  }

  /**
   * Begins an element. Attributes are names and values by turns; an empty value gives a bare
   * attribute.
   */
  Html open(String name, String... attributes) throws IOException {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  /** An element without an end, such as {@code meta}. */
  Html empty(String name, String... attributes) throws IOException {
    tag(name, attributes);
    return this;
  }

  /** A whole element that holds nothing but text. */
  Html leaf(String name, String text, String... attributes) throws IOException {
    return open(name, attributes).text(text).close();
  }

  /** Ends the innermost element. */
  Html close() throws IOException {
    String name = open.pop();
    out.append("</").append(name).append('>');
    if (!INLINE.contains(name)) {
      out.append('\n');
    }
    return this;
  }

  Html text(String text) throws IOException {
    escape(text);
    return this;
  }

  Html verbatim(String markup) throws IOException {
    out.append(markup);
    return this;
  }

  private void tag(String name, String... attributes) throws IOException {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
    out.append('>');
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> out.append(Words.harmless(c) ? c : '\uFFFD');
      }
    }
  }
}
