package dev.concur.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What GitHub tells moved lines by: {@code primaryLocationLineHash}.
 *
 * <p>The hash of a line is a polynomial over its characters and those that follow, 100 in all,
 * blanks left out, so that it changes neither with indentation nor with the line's number. Lines of
 * equal hash are counted ({@code hash:2}). The algorithm is CodeQL's, and must stay so bit by bit,
 * or GitHub would show old alerts as new.
 */
final class LineHash {

  private static final int BLOCK = 100;
  private static final long BASE = 37;
  private static final char END = '\uffff';

  private final char[] window = new char[BLOCK];
  private final int[] lineAt = new int[BLOCK];
  private final Map<Long, Integer> seen = new HashMap<>();
  private final List<String> hashes = new ArrayList<>();
  private final long oldest = power();
  private long hash;
  private int index;
  private boolean lineStart = true;

  private LineHash() {
    Arrays.fill(lineAt, -1);
  }

  /** The hash of each line; the first line is at index 0. */
  static List<String> of(String text) {
    LineHash rolling = new LineHash();
    String lines = text.replace("\r\n", "\n").replace('\r', '\n') + END;
    for (int i = 0; i < lines.length(); i++) {
      rolling.take(lines.charAt(i));
    }
    for (int i = 0; i < BLOCK; i++) {
      rolling.finishLine();
      rolling.push('\0');
    }
    return rolling.hashes;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < BLOCK; i++) {
      power *= BASE;
    }
    return power;
  }

  private void take(char c) {
    if (c == ' ' || c == '\t') {
      return;
    }
    finishLine();
    if (lineStart) {
      lineAt[index] = hashes.size();
      hashes.add("");
    }
    lineStart = c == '\n';
    push(c);
  }

  /**
   * When the oldest character in the window begins a line, the window holds all that the line's
   * hash is made of.
   */
  private void finishLine() {
    if (lineAt[index] >= 0) {
      int times = seen.merge(hash, 1, Integer::sum);
      hashes.set(lineAt[index], Long.toHexString(hash) + ":" + times);
      lineAt[index] = -1;
    }
  }

  private void push(char c) {
    hash = BASE * hash + c - oldest * window[index];
    window[index] = c;
    index = (index + 1) % BLOCK;
  }
}
