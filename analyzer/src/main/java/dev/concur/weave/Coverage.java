package dev.concur.weave;

import java.util.Arrays;

/**
 * Which lines of the methods that were entered have run: of all the user's methods, so that one
 * that only passes on cannot hide that the other returns at once.
 */
public final class Coverage {

  /** Lines beyond are not looked at. */
  private static final int MOST_LINES = 1 << 20;

  private static final boolean[] SEEN = new boolean[MOST_LINES];
  private static int[] first = new int[1 << 10];
  private static int methods;
  private static int lines;

  private Coverage() {}

  /** Makes room for the lines of a method; the number of its first one. */
  static synchronized int method(int itsLines) {
    if (lines + itsLines > MOST_LINES) {
      return MOST_LINES;
    }
    if (methods == first.length) {
      first = Arrays.copyOf(first, 2 * methods);
    }
    first[methods++] = lines;
    lines += itsLines;
    return lines - itsLines;
  }

  /** Called by woven methods at each of their lines. */
  public static void at(int line) {
    if (line < MOST_LINES && !SEEN[line]) {
      SEEN[line] = true;
    }
  }

  /** Forgets what ran so far. */
  public static synchronized void forget() {
    Arrays.fill(SEEN, false);
  }

  /** How many lines the methods have that were entered since. */
  public static int ofEntered() {
    return count(true);
  }

  /** How many of these ran. */
  public static int run() {
    return count(false);
  }

  private static synchronized int count(boolean unseenToo) {
    int sum = 0;
    for (int method = 0; method < methods; method++) {
      int end = method + 1 < methods ? first[method + 1] : lines;
      int ran = 0;
      for (int line = first[method]; line < end; line++) {
        ran += SEEN[line] ? 1 : 0;
      }
      sum += ran > 0 && unseenToo ? end - first[method] : ran;
    }
    return sum;
  }
}
