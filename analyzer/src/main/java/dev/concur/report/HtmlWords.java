package dev.concur.report;

import java.util.ArrayList;
import java.util.List;

/** A sentence for people, in which code stands between backticks. */
record HtmlWords(String text, boolean code) {

  /** Its parts in order; a backtick without a second one is itself. */
  static List<HtmlWords> of(String sentence) {
    List<HtmlWords> parts = new ArrayList<>();
    int from = 0;
    int open = sentence.indexOf('`');
    int close = sentence.indexOf('`', open + 1);
    while (open >= 0 && close > open) {
      parts.add(new HtmlWords(sentence.substring(from, open), false));
      parts.add(new HtmlWords(sentence.substring(open + 1, close), true));
      from = close + 1;
      open = sentence.indexOf('`', from);
      close = sentence.indexOf('`', open + 1);
    }
    parts.add(new HtmlWords(sentence.substring(from), false));
    return parts;
  }
}
