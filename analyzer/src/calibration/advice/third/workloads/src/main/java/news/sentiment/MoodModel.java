package news.sentiment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Rates texts by comparing their words with a lexicon, spelling errors included. */
public class MoodModel {
  private final Map<String, Double> lexicon;

  public MoodModel(Map<String, Double> lexicon) {
    this.lexicon = new HashMap<>(lexicon);
  }

  public double mood(String[] words) {
    double mood = 0;
    for (String word : words) {
      String key = word.toLowerCase(Locale.ROOT);
      Double exact = lexicon.get(key);
      mood += exact != null ? exact : nearest(key);
    }
    return words.length == 0 ? 0 : mood / words.length;
  }

  private double nearest(String word) {
    int best = 3;
    double value = 0;
    for (Map.Entry<String, Double> entry : lexicon.entrySet()) {
      int distance = distance(word, entry.getKey(), best);
      if (distance < best) {
        best = distance;
        value = entry.getValue() / (1 + distance);
      }
    }
    return value;
  }

  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int different = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        different++;
      }
    }
    return different + Math.abs(a.length() - b.length());
  }
}
