package com.kittiwake.freight.planning;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Lorries before the gate. */
public class QueueSimulation {
  private final double arrivalsPerHour;
  private final double servedPerHour;

  public QueueSimulation(double arrivalsPerHour, double servedPerHour) {
    this.arrivalsPerHour = arrivalsPerHour;
    this.servedPerHour = servedPerHour;
  }

  /** The mean time in the queue of one day, in minutes. */
  public double day(long seed, int lanes) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] free = new double[lanes];
    double now = 0;
    double waited = 0;
    int n = 0;
    while (now < 24) {
      now += -Math.log(1 - random.nextDouble()) / arrivalsPerHour;
      int lane = 0;
      for (int i = 1; i < lanes; i++) {
        if (free[i] < free[lane]) {
          lane = i;
        }
      }
      double start = Math.max(now, free[lane]);
      waited += start - now;
      free[lane] = start - Math.log(1 - random.nextDouble()) / servedPerHour;
      n++;
    }
    return 60 * waited / n;
  }

  public double expected(int days, int lanes) {
    return IntStream.range(0, days).parallel().mapToDouble(d -> day(d, lanes)).average().orElse(0);
  }

  public int lanesFor(double minutes) {
    int lanes = 1;
    while (lanes < 40) {
      double sum = 0;
      for (int d = 0; d < 5; d++) {
        sum += day(d, lanes);
      }
      if (sum / 5 <= minutes) {
        break;
      }
      lanes++;
    }
    return lanes;
  }
}
