package com.glyphworks.shaper;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** The layout engine; its tables are shared by the whole process. */
final class Engine {
  static final ReentrantLock LOCK = new ReentrantLock();
  private static double[] best = new double[64];
  private static int[] from = new int[64];

  static Layout layout(String text, int width) {
    LOCK.lock();
    try {
      String[] words = text.split(" ");
      int n = words.length;
      if (best.length <= n) {
        best = new double[2 * n];
        from = new int[2 * n];
      }
      Arrays.fill(best, 0, n + 1, Double.MAX_VALUE);
      best[0] = 0;
      for (int end = 1; end <= n; end++) {
        for (int start = end - 1; start >= 0; start--) {
          double length = -1;
          for (int w = start; w < end; w++) {
            length += advance(words[w]) + 1;
          }
          if (length > width) {
            break;
          }
          double slack = end == n ? 0 : Math.pow(width - length, 3);
          if (best[start] + slack < best[end]) {
            best[end] = best[start] + slack;
            from[end] = start;
          }
        }
      }
      int[] breaks = new int[n];
      int count = 0;
      for (int at = n; at > 0; at = from[at]) {
        breaks[count++] = at;
      }
      return new Layout(Arrays.copyOf(breaks, count), best[n]);
    } finally {
      LOCK.unlock();
    }
  }

  private static double advance(String word) {
    double width = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      width += c == 'i' || c == 'l' ? 0.4 : c == 'm' || c == 'w' ? 1.4 : 1.0;
    }
    return width;
  }
}
