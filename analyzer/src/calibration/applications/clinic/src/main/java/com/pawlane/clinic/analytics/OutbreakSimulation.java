package com.pawlane.clinic.analytics;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Monte Carlo of an infection that walks through a kennel. */
public final class OutbreakSimulation {
  private final double infection;
  private final int sickDays;

  public OutbreakSimulation(double infection, int sickDays) {
    this.infection = infection;
    this.sickDays = sickDays;
  }

  public double expectedCases(int animals, int runs) {
    return IntStream.range(0, runs).map(seed -> run(animals, new Random(seed))).average().orElse(0);
  }

  /** The same on all cores. */
  public int worstCase(int animals, int runs) {
    return IntStream.range(0, runs)
        .parallel()
        .map(seed -> run(animals, new Random(seed)))
        .max()
        .orElse(0);
  }

  private int run(int animals, Random random) {
    int[] days = new int[animals];
    Arrays.fill(days, -1);
    days[0] = 0;
    int cases = 1;
    for (boolean active = true; active; ) {
      active = false;
      for (int i = 0; i < animals; i++) {
        if (days[i] < 0 || days[i] >= sickDays) {
          continue;
        }
        active = true;
        days[i]++;
        int neighbour = Math.floorMod(i + random.nextInt(9) - 4, animals);
        if (days[neighbour] < 0 && random.nextDouble() < infection) {
          days[neighbour] = 0;
          cases++;
        }
      }
    }
    return cases;
  }
}
