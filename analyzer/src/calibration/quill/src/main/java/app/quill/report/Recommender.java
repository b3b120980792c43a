package app.quill.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who read this also read that. */
public class Recommender {

  private final Map<String, Map<String, Double>> ratings;

  public Recommender(Map<String, Map<String, Double>> ratings) {
    this.ratings = ratings;
  }

  static double cosine(Map<String, Double> a, Map<String, Double> b) {
    double dot = 0;
    double na = 0;
    for (Map.Entry<String, Double> entry : a.entrySet()) {
      na += entry.getValue() * entry.getValue();
      Double other = b.get(entry.getKey());
      if (other != null) {
        dot += entry.getValue() * other;
      }
    }
    double nb = 0;
    for (double value : b.values()) {
      nb += value * value;
    }
    return na == 0 || nb == 0 ? 0 : dot / Math.sqrt(na * nb);
  }

  public List<String> neighbours(String reader, int count) {
    Map<String, Double> mine = ratings.get(reader);
    Map<String, Double> similarity = new HashMap<>();
    for (Map.Entry<String, Map<String, Double>> other : ratings.entrySet()) {
      if (!other.getKey().equals(reader)) {
        similarity.put(other.getKey(), cosine(mine, other.getValue()));
      }
    }
    return similarity.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The importance of pages that link to each other. */
  public static double[] pageRank(int[][] links, int rounds) {
    int n = links.length;
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int round = 0; round < rounds; round++) {
      double[] next = new double[n];
      Arrays.fill(next, 0.15 / n);
      for (int from = 0; from < n; from++) {
        for (int to : links[from]) {
          next[to] += 0.85 * rank[from] / links[from].length;
        }
      }
      rank = next;
    }
    return rank;
  }

  /** Groups readers around a few typical ones. */
  public static int[] cluster(double[][] points, int k, int rounds, long seed) {
    Random random = new Random(seed);
    double[][] centres = new double[k][];
    for (int c = 0; c < k; c++) {
      centres[c] = points[random.nextInt(points.length)].clone();
    }
    int[] group = new int[points.length];
    for (int round = 0; round < rounds; round++) {
      for (int p = 0; p < points.length; p++) {
        double nearest = Double.MAX_VALUE;
        for (int c = 0; c < k; c++) {
          double distance = 0;
          for (int d = 0; d < points[p].length; d++) {
            double delta = points[p][d] - centres[c][d];
            distance += delta * delta;
          }
          if (distance < nearest) {
            nearest = distance;
            group[p] = c;
          }
        }
      }
      for (int c = 0; c < k; c++) {
        double[] sum = new double[points[0].length];
        int members = 0;
        for (int p = 0; p < points.length; p++) {
          if (group[p] == c) {
            members++;
            for (int d = 0; d < sum.length; d++) {
              sum[d] += points[p][d];
            }
          }
        }
        for (int d = 0; members > 0 && d < sum.length; d++) {
          centres[c][d] = sum[d] / members;
        }
      }
    }
    return group;
  }

  /** Fits books into parcels, the big ones first. */
  public static List<List<Integer>> parcels(List<Integer> grams, int limit) {
    List<Integer> sorted = new ArrayList<>(grams);
    sorted.sort(Comparator.reverseOrder());
    List<List<Integer>> parcels = new ArrayList<>();
    List<Integer> room = new ArrayList<>();
    for (int weight : sorted) {
      int at = 0;
      while (at < room.size() && room.get(at) < weight) {
        at++;
      }
      if (at == room.size()) {
        room.add(limit);
        parcels.add(new ArrayList<>());
      }
      room.set(at, room.get(at) - weight);
      parcels.get(at).add(weight);
    }
    return parcels;
  }

  public double ratingOf(String reader, String isbn) {
    return ratings.getOrDefault(reader, Map.of()).getOrDefault(isbn, 0.0);
  }
}
