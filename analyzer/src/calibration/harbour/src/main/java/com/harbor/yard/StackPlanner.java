package com.harbor.yard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Where to put what. */
public class StackPlanner {

  public record Job(int id, int arrives, int takes) {}

  /** Which containers to take aboard: most value within the weight. */
  public static int bestLoad(int[] weights, int[] values, int capacity) {
    int[] best = new int[capacity + 1];
    for (int i = 0; i < weights.length; i++) {
      for (int room = capacity; room >= weights[i]; room--) {
        best[room] = Math.max(best[room], best[room - weights[i]] + values[i]);
      }
    }
    return best[capacity];
  }

  /** How often something must be moved because what leaves first lies below. */
  public static int rehandles(int[] departures) {
    int moves = 0;
    for (int i = 1; i < departures.length; i++) {
      for (int below = 0; below < i; below++) {
        if (departures[below] < departures[i]) {
          moves++;
          break;
        }
      }
    }
    return moves;
  }

  /** When each job ends if so many cranes take the next one whenever they are free. */
  public static int[] crane(List<Job> jobs, int cranes) {
    List<Job> inOrder = new ArrayList<>(jobs);
    inOrder.sort(Comparator.comparingInt(Job::arrives).thenComparingInt(Job::id));
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < cranes; i++) {
      free.add(0);
    }
    int[] ends = new int[jobs.size()];
    for (Job job : inOrder) {
      int start = Math.max(free.poll(), job.arrives());
      ends[job.id()] = start + job.takes();
      free.add(ends[job.id()]);
    }
    return ends;
  }

  /** The order of few jobs with the least waiting; tries them all. */
  public static int bestOrder(int[] durations) {
    return order(durations, new boolean[durations.length], 0, 0, 0);
  }

  private static int order(int[] durations, boolean[] done, int count, int clock, int waited) {
    if (count == durations.length) {
      return waited;
    }
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < durations.length; i++) {
      if (!done[i]) {
        done[i] = true;
        best =
            Math.min(best, order(durations, done, count + 1, clock + durations[i], waited + clock));
        done[i] = false;
      }
    }
    return best;
  }

  /** How likely the yard overflows; rolls the dice. */
  public static double overflow(
      double arrivals, double departures, int capacity, int days, long seed) {
    Random random = new Random(seed);
    int bad = 0;
    int rounds = 1_000;
    for (int round = 0; round < rounds; round++) {
      double stock = capacity / 2.0;
      for (int day = 0; day < days; day++) {
        stock += arrivals + random.nextGaussian() * 10 - departures;
        stock = Math.max(0, stock);
        if (stock > capacity) {
          bad++;
          break;
        }
      }
    }
    return (double) bad / rounds;
  }

  static int slot(int row, int bay, int tier) {
    return row << 16 | bay << 8 | tier;
  }

  public static int freeSlots(boolean[] taken) {
    int free = 0;
    for (boolean slot : taken) {
      if (!slot) {
        free++;
      }
    }
    return free;
  }

  public static int[] fill(int rows) {
    int[] heights = new int[rows];
    Arrays.fill(heights, 1);
    return heights;
  }
}
