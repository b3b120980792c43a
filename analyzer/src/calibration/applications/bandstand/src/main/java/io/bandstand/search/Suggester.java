package io.bandstand.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Completes what somebody types, and forgives typing errors. */
public final class Suggester {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final class Node {
    private final Map<Character, Node> children = new TreeMap<>();
    private String word;
  }

  private final Node root = new Node();
  private final List<String> words = new ArrayList<>();

  public Suggester(Collection<String> all) {
    all.forEach(this::add);
  }

  private void add(String word) {
    Node node = root;
    for (char c : plain(word).toCharArray()) {
      node = node.children.computeIfAbsent(c, k -> new Node());
    }
    node.word = word;
    words.add(word);
  }

  static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  public List<String> complete(String prefix, int most) {
    Node node = root;
    for (char c : plain(prefix).toCharArray()) {
      node = node.children.get(c);
      if (node == null) {
        return List.of();
      }
    }
    List<String> found = new ArrayList<>();
    collect(node, found, most);
    return found;
  }

  private static void collect(Node node, List<String> found, int most) {
    if (node.word != null) {
      found.add(node.word);
    }
    for (Node child : node.children.values()) {
      if (found.size() >= most) {
        return;
      }
      collect(child, found, most);
    }
  }

  /** The nearest words, though none begins like that. */
  public List<String> didYouMean(String typed, int most) {
    LevenshteinDistance distance = new LevenshteinDistance();
    String plain = plain(typed);
    record Near(String word, int steps) {}
    return words.stream()
        .map(w -> new Near(w, distance.apply(plain, plain(w))))
        .sorted(Comparator.comparingInt(Near::steps).thenComparing(Near::word))
        .limit(most)
        .map(Near::word)
        .toList();
  }
}
