package dev.concur.workloads.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts words into one map. */
public final class WordTally {

  public Map<String, Integer> all(List<String> texts) {
    Map<String, Integer> tally = new HashMap<>();
    for (String text : texts) {
      for (String word : words(text)) {
        tally.merge(word, 1, Integer::sum);
      }
    }
    return tally;
  }

  public static String[] words(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+");
  }
}
