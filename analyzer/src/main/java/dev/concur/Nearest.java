package dev.concur;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /** The candidate that takes the fewest changes; empty when none is near. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(each -> distance(wanted, each.toLowerCase(Locale.ROOT)) <= tolerance(each))
        .min(
            Comparator.<String>comparingInt(each -> distance(wanted, each.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The same as a question to put behind an error, or nothing. */
  public static String question(String word, Collection<String> candidates) {
    return to(word, candidates).map(each -> "; did you mean '" + each + "'?").orElse("");
  }

  private static int tolerance(String candidate) {
    return Math.max(2, candidate.length() / 3);
  }

  /** Levenshtein's distance, one row at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
