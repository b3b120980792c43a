package app.quill.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breaks paragraphs into lines. */
public class Typesetter {

  private final int width;

  public Typesetter(int width) {
    this.width = width;
  }

  /** The breaks with the least raggedness over the whole paragraph. */
  // miss: kind said maths: costs of breaks are added up, though for the sake of texts
  public List<String> justify(String paragraph) {
    String[] words = paragraph.split(" ");
    int n = words.length;
    long[] cost = new long[n + 1];
    int[] next = new int[n + 1];
    Arrays.fill(cost, Long.MAX_VALUE);
    cost[n] = 0;
    for (int from = n - 1; from >= 0; from--) {
      int length = -1;
      for (int to = from; to < n; to++) {
        length += words[to].length() + 1;
        if (length > width) {
          break;
        }
        long gap = width - length;
        long sum = (to == n - 1 ? 0 : gap * gap * gap) + cost[to + 1];
        if (cost[to + 1] != Long.MAX_VALUE && sum < cost[from]) {
          cost[from] = sum;
          next[from] = to + 1;
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < n; from = next[from]) {
      lines.add(String.join(" ", Arrays.copyOfRange(words, from, next[from])));
    }
    return lines;
  }

  /** The longest passage that two texts share. */
  public static String shared(String one, String other) {
    int best = 0;
    int end = 0;
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int corner = 0;
      for (int j = 1; j <= other.length(); j++) {
        int keep = row[j];
        row[j] = one.charAt(i - 1) == other.charAt(j - 1) ? corner + 1 : 0;
        if (row[j] > best) {
          best = row[j];
          end = i;
        }
        corner = keep;
      }
    }
    return one.substring(end - best, end);
  }

  public int linesNeeded(int letters) {
    return (letters + width - 1) / width;
  }
}
