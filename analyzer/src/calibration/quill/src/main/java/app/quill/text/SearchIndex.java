package app.quill.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;

/** Finds texts by their words. */
public class SearchIndex {

  public record Hit(int document, double score) {}

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.anyOf(".,;:!?"))).omitEmptyStrings();

  private final Map<String, Map<Integer, Integer>> postings = new HashMap<>();
  private final List<Integer> lengths = new ArrayList<>();

  public static SearchIndex of(List<String> documents) {
    SearchIndex index = new SearchIndex();
    documents.forEach(index::add);
    return index;
  }

  public int add(String text) {
    int document = lengths.size();
    Multiset<String> words = HashMultiset.create();
    for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
      words.add(stem(word));
    }
    words
        .entrySet()
        .forEach(
            word ->
                postings
                    .computeIfAbsent(word.getElement(), key -> new HashMap<>())
                    .put(document, word.getCount()));
    lengths.add(words.size());
    return document;
  }

  static String stem(String word) {
    for (String ending : List.of("ingly", "ings", "ing", "ed", "es", "s")) {
      if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  public boolean contains(String word) {
    return postings.containsKey(stem(word.toLowerCase(Locale.ROOT)));
  }

  /** The best documents for a question, after BM25. */
  public List<Hit> search(String question, int count) {
    Map<Integer, Double> scores = new HashMap<>();
    double mean = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
    for (String word : WORDS.split(question.toLowerCase(Locale.ROOT))) {
      Map<Integer, Integer> documents = postings.getOrDefault(stem(word), Map.of());
      double idf =
          Math.log(1 + (lengths.size() - documents.size() + 0.5) / (documents.size() + 0.5));
      documents.forEach(
          (document, frequency) -> {
            double norm = 1.2 * (0.25 + 0.75 * lengths.get(document) / mean);
            scores.merge(document, idf * frequency * 2.2 / (frequency + norm), Double::sum);
          });
    }
    PriorityQueue<Hit> best = new PriorityQueue<>(Comparator.comparingDouble(Hit::score));
    scores.forEach(
        (document, score) -> {
          best.add(new Hit(document, score));
          if (best.size() > count) {
            best.poll();
          }
        });
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    return hits;
  }
}
