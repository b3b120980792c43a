package dev.concur.calibration.press;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Layout, search and ranking. */
public class Press {

  private static final int WIDTH = 72;

  private final Map<String, List<Article>> byTag = new HashMap<>();

  public void add(Article article) {
    for (String tag : article.tags()) {
      byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(article);
    }
  }

  public List<Article> tagged(String tag) {
    return byTag.getOrDefault(tag, List.of());
  }

  /** The least ragged lines, by dynamic programming over all breaks. */
  public List<String> justify(String text) {
    String[] words = text.split(" ");
    int n = words.length;
    long[] cost = new long[n + 1];
    int[] from = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      cost[end] = Long.MAX_VALUE;
      int length = -1;
      for (int start = end - 1; start >= 0; start--) {
        length += words[start].length() + 1;
        if (length > WIDTH) {
          break;
        }
        long gap = WIDTH - length;
        long whole = cost[start] + gap * gap;
        if (whole < cost[end]) {
          cost[end] = whole;
          from[end] = start;
        }
      }
    }
    List<String> lines = new ArrayList<>();
    for (int at = n; at > 0; at = from[at]) {
      lines.add(0, String.join(" ", Arrays.copyOfRange(words, from[at], at)));
    }
    return lines;
  }

  public Map<String, Double> weights(List<Article> articles) {
    Map<String, Integer> documents = new HashMap<>();
    for (Article article : articles) {
      Set<String> words = new HashSet<>(Arrays.asList(article.text().split("\\W+")));
      for (String word : words) {
        documents.merge(word, 1, Integer::sum);
      }
    }
    Map<String, Double> weights = new HashMap<>();
    documents.forEach((w, n) -> weights.put(w, Math.log((double) articles.size() / n)));
    return weights;
  }

  // miss: said cpu: the list is short, and a list that is handed in counts as long
  public List<Article> newest(List<Article> articles, int many) {
    PriorityQueue<Article> heap =
        new PriorityQueue<>((a, b) -> a.isNewerThan(b) ? 1 : b.isNewerThan(a) ? -1 : 0);
    for (Article article : articles) {
      heap.add(article);
      if (heap.size() > many) {
        heap.poll();
      }
    }
    return new ArrayList<>(heap);
  }

  public double[] rank(int[][] links, int rounds) {
    int n = links.length;
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int round = 0; round < rounds; round++) {
      double[] next = new double[n];
      for (int page = 0; page < n; page++) {
        for (int to : links[page]) {
          next[to] += 0.85 * rank[page] / links[page].length;
        }
      }
      for (int page = 0; page < n; page++) {
        next[page] += 0.15 / n;
      }
      rank = next;
    }
    return rank;
  }

  public Map<String, List<String>> titlesByTag(List<Article> articles) {
    return articles.stream()
        .flatMap(article -> article.tags().stream().map(tag -> Map.entry(tag, article.title())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  public int reachable(Map<Integer, List<Integer>> graph, int start) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> todo = new ArrayDeque<>();
    todo.add(start);
    while (!todo.isEmpty()) {
      int at = todo.poll();
      if (seen.add(at)) {
        todo.addAll(graph.getOrDefault(at, List.of()));
      }
    }
    return seen.size();
  }

  public boolean[] primes(int limit) {
    boolean[] prime = new boolean[limit + 1];
    Arrays.fill(prime, true);
    for (int i = 2; (long) i * i <= limit; i++) {
      if (prime[i]) {
        for (int j = i * i; j <= limit; j += i) {
          prime[j] = false;
        }
      }
    }
    return prime;
  }

  public long sumOfSquares(int n) {
    return IntStream.range(0, n).mapToLong(i -> (long) i * i).filter(i -> i % 3 == 0).sum();
  }

  public int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  public int digits(long number) {
    int count = 0;
    for (long rest = number; rest > 0; rest /= 10) {
      count++;
    }
    return count;
  }

  public List<String> sortedTitles(List<Article> articles) {
    return articles.stream()
        .map(Article::title)
        .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  public List<String> permutations(String letters) {
    List<String> result = new ArrayList<>();
    permute("", letters, result);
    return result;
  }

  private void permute(String head, String rest, List<String> result) {
    if (rest.isEmpty()) {
      result.add(head);
    }
    for (int i = 0; i < rest.length(); i++) {
      permute(head + rest.charAt(i), rest.substring(0, i) + rest.substring(i + 1), result);
    }
  }

  /** Somebody else's work. */
  public <T> T timed(Function<Press, T> work) {
    return work.apply(this);
  }

  public String heading(String title, int level) {
    return "#".repeat(level) + " " + title.strip();
  }

  public int pages(int words) {
    return (words + 299) / 300;
  }

  public boolean fits(String line) {
    return line.length() <= WIDTH && line.indexOf('\t') < 0;
  }

  public String summary(Article article) {
    String text = article.text();
    return text.length() <= 100 ? text : text.substring(0, 97) + "...";
  }
}
