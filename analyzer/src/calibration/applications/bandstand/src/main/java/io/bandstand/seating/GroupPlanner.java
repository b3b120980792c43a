package io.bandstand.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seats many groups at once, by a greedy start and then exchanges. */
public final class GroupPlanner {

  public record Placement(int group, int row) {}

  private final int rounds;
  private final Random random;

  public GroupPlanner(int rounds, long seed) {
    this.rounds = rounds;
    this.random = new Random(seed);
  }

  /** Which row each group sits in, so that few places stay empty and friends are near. */
  public List<Placement> plan(int[] groups, int[][] friends, int rows, int width) {
    int[] rowOf = greedy(groups, rows, width);
    int[] load = load(rowOf, groups, rows);
    double cost = cost(rowOf, load, friends, width);
    for (int i = 0; i < rounds; i++) {
      int a = random.nextInt(groups.length);
      int b = random.nextInt(groups.length);
      exchange(rowOf, load, groups, a, b);
      double changed = cost(rowOf, load, friends, width);
      if (changed <= cost) {
        cost = changed;
      } else {
        exchange(rowOf, load, groups, a, b);
      }
    }
    List<Placement> placements = new ArrayList<>();
    for (int g = 0; g < groups.length; g++) {
      placements.add(new Placement(g, rowOf[g]));
    }
    return placements;
  }

  private int[] greedy(int[] groups, int rows, int width) {
    Integer[] bySize = new Integer[groups.length];
    Arrays.setAll(bySize, i -> i);
    Arrays.sort(bySize, Collections.reverseOrder((x, y) -> groups[x] - groups[y]));
    int[] left = new int[rows];
    Arrays.fill(left, width);
    int[] rowOf = new int[groups.length];
    for (int g : bySize) {
      int best = 0;
      for (int r = 0; r < rows; r++) {
        if (left[r] >= groups[g] && (left[best] < groups[g] || left[r] < left[best])) {
          best = r;
        }
      }
      left[best] -= groups[g];
      rowOf[g] = best;
    }
    return rowOf;
  }

  private static int[] load(int[] rowOf, int[] groups, int rows) {
    int[] load = new int[rows];
    for (int g = 0; g < groups.length; g++) {
      load[rowOf[g]] += groups[g];
    }
    return load;
  }

  private static void exchange(int[] rowOf, int[] load, int[] groups, int a, int b) {
    int rowA = rowOf[a];
    int rowB = rowOf[b];
    load[rowA] += groups[b] - groups[a];
    load[rowB] += groups[a] - groups[b];
    rowOf[a] = rowB;
    rowOf[b] = rowA;
  }

  private static double cost(int[] rowOf, int[] load, int[][] friends, int width) {
    double cost = 0;
    for (int l : load) {
      int over = Math.max(0, l - width);
      cost += over * 50.0 + Math.abs(width - l) * .1;
    }
    for (int[] pair : friends) {
      cost += Math.abs(rowOf[pair[0]] - rowOf[pair[1]]);
    }
    return cost;
  }
}
