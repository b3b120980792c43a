package io.bandstand.util;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/** Small things with texts, and one that is not so small. */
public final class Texts {

  private static final Set<String> COMMON =
      Set.of("the", "and", "of", "a", "in", "to", "is", "with", "for", "on", "at", "by");

  private Texts() {}

  public static String slug(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        slug.append(c);
      } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-' && c < 0x300) {
        slug.append('-');
      }
    }
    return slug.toString();
  }

  public static <T> List<List<T>> batches(List<T> all, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      batches.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return batches;
  }

  /** The words that tell most about a text. */
  public static List<String> keywords(String text, int most) {
    Map<String, Integer> counts = new HashMap<>();
    StringTokenizer tokens = new StringTokenizer(text.toLowerCase(Locale.ROOT), " ,.;:!?()\n\t");
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      if (word.length() > 2 && !COMMON.contains(word)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
