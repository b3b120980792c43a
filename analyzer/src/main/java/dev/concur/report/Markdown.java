package dev.concur.report;

/** Text of the scanned code inside Markdown, where it must stay text. */
final class Markdown {

  private static final String SPECIAL = "\\`*_{}[]|~>";

  private Markdown() {}

  /** Running text: no markup, no HTML, and nobody is mentioned or referred to by it. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : Words.plain(text).toCharArray()) {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '&' -> escaped.append("&amp;");
        case '@' -> escaped.append("@<!-- -->");
        case '#' -> escaped.append("\\#<!-- -->");
        default -> escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /** A code span, in a table too: fenced by more backticks than it holds. */
  static String code(String text) {
    String plain = Words.plain(text).replace("|", "\u00a6");
    String fence = "`";
    while (plain.contains(fence)) {
      fence += "`";
    }
    String gap = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return fence + gap + plain + gap + fence;
  }

  /** Text inside an HTML element. */
  static String html(String text) {
    return Words.plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("@", "@<!-- -->");
  }
}
