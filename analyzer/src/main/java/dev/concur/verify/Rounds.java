package dev.concur.verify;

import java.util.Map;

/**
 * How long one round of each kernel takes on this machine.
 *
 * @param nanosPerRound ns, for the kernels that were measured
 */
record Rounds(Map<Kernel, Double> nanosPerRound) {
  Rounds {
    nanosPerRound = Map.copyOf(nanosPerRound);
  }

  /** Rounds that come to so many ns; at least one. */
  int of(Kernel kernel, double nanos) {
    double each = nanosPerRound.getOrDefault(kernel, 1.0);
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(nanos / each)));
  }

  boolean knows(Kernel kernel) {
    return nanosPerRound.containsKey(kernel);
  }
}
