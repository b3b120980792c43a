package io.bandstand.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Lays acts into slots of stages by annealing. */
public final class ScheduleSolver {

  /** An act with its length in slots, its fame, and acts that share a musician with it. */
  public record Act(String name, int length, int fame, List<Integer> sharesWith) {}

  /** Where an act plays. */
  public record Booking(String act, int stage, int slot) {}

  private final int stages;
  private final int slots;
  private final int steps;

  public ScheduleSolver(int stages, int slots, int steps) {
    this.stages = stages;
    this.slots = slots;
    this.steps = steps;
  }

  public List<Booking> solve(List<Act> acts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] place = new int[acts.size()];
    Arrays.setAll(place, i -> random.nextInt(stages * slots));
    double heat = 40;
    double cost = penalty(acts, place);
    for (int step = 0; step < steps; step++) {
      int act = random.nextInt(place.length);
      int old = place[act];
      place[act] = random.nextInt(stages * slots);
      double changed = penalty(acts, place);
      if (changed <= cost || random.nextDouble() < Math.exp((cost - changed) / heat)) {
        cost = changed;
      } else {
        place[act] = old;
      }
      heat = Math.max(.01, heat * .999);
    }
    List<Booking> bookings = new ArrayList<>();
    for (int i = 0; i < place.length; i++) {
      bookings.add(new Booking(acts.get(i).name(), place[i] / slots, place[i] % slots));
    }
    bookings.sort(Comparator.comparingInt(Booking::slot).thenComparingInt(Booking::stage));
    return bookings;
  }

  private double penalty(List<Act> acts, int[] place) {
    double sum = 0;
    for (int i = 0; i < place.length; i++) {
      Act act = acts.get(i);
      int stage = place[i] / slots;
      int slot = place[i] % slots;
      if (slot + act.length() > slots) {
        sum += 30;
      }
      sum += Math.abs(slots - slot - act.length()) * act.fame() * .05;
      for (int k = i + 1; k < place.length; k++) {
        if (place[k] / slots == stage
            && meets(slot, act.length(), place[k] % slots, acts.get(k).length())) {
          sum += 20;
        }
      }
      for (int other : act.sharesWith()) {
        if (meets(slot, act.length(), place[other] % slots, acts.get(other).length())) {
          sum += 10;
        }
      }
    }
    return sum;
  }

  private static boolean meets(int a, int lengthA, int b, int lengthB) {
    return a < b + lengthB && b < a + lengthA;
  }
}
