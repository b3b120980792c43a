package dev.concur.report;

import java.io.IOException;

/**
 * Text in two columns: a narrow one of labels, a wide one of wrapped text. Stack frames and
 * commands are never broken.
 */
final class Page {

  private static final int LABEL = 11;

  private final Appendable out;
  private final int width;
  private final boolean colour;

  Page(Appendable out, int width, boolean colour) {
    this.out = out;
    this.width = width;
    this.colour = colour;
  }

  /** The text in that colour, if the reader wants colours. */
  String ink(Ink ink, String text) {
    return colour ? ink.on(text) : text;
  }

  Page blank() throws IOException {
    out.append('\n');
    return this;
  }

  Page heading(String text) throws IOException {
    out.append('\n').append(ink(Ink.STRONG, text)).append("\n\n");
    return this;
  }

  /** Text over the whole width. */
  Page text(String text) throws IOException {
    wrapped(0, 0, text);
    return this;
  }

  /** A label and wrapped text beside it. */
  Page row(String label, String text) throws IOException {
    out.append(ink(Ink.STRONG, label));
    wrapped(visible(label), LABEL, text);
    return this;
  }

  /** More wrapped text below the text of the row above. */
  Page more(String text) throws IOException {
    wrapped(0, LABEL, text);
    return this;
  }

  /**
   * One line below the text of the row above, which is not broken since somebody clicks on it or
   * copies it.
   */
  Page whole(String text) throws IOException {
    return whole("", text);
  }

  /** Such a line with a label of its own. */
  Page whole(String label, String text) throws IOException {
    out.append(ink(Ink.STRONG, label)).append(" ".repeat(LABEL - label.length()));
    out.append(text).append('\n');
    return this;
  }

  private void wrapped(int column, int margin, String text) throws IOException {
    int at = column;
    boolean begun = false;
    for (String word : text.split(" ", -1)) {
      int length = visible(word);
      if (begun && at + 1 + length > width) {
        out.append('\n');
        at = 0;
        begun = false;
      }
      if (begun) {
        out.append(' ');
        at++;
      } else {
        out.append(" ".repeat(Math.max(margin - at, at > 0 ? 1 : 0)));
        at = Math.max(margin, at > 0 ? at + 1 : 0);
      }
      out.append(word);
      at += length;
      begun = true;
    }
    out.append('\n');
  }

  /** Columns that a word takes, the colours aside. */
  private static int visible(String word) {
    int columns = 0;
    boolean escaped = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\u001b') {
        escaped = true;
      } else if (escaped) {
        escaped = c != 'm';
      } else if (!Character.isLowSurrogate(c)) {
        columns++;
      }
    }
    return columns;
  }
}
