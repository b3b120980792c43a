package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** How much names are alike, by edit distance. */
public final class LikeNames {

  public List<Integer> all(List<String> names, String wanted) {
    List<Integer> distances = new ArrayList<>();
    for (String name : names) {
      distances.add(distance(name, wanted));
    }
    return distances;
  }

  public static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
        } else {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          cost[i][j] =
              Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
