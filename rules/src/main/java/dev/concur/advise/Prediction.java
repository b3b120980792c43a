package dev.concur.advise;

import dev.concur.model.Kind;
import dev.concur.model.Provenance;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a remedy is expected to bring, before anybody measured.
 *
 * @param speedup throughput over throughput of the code as it is, best guess
 * @param low lower bound: one of ten gains less
 * @param high upper bound: hardly one gains more
 * @param cores cores it is predicted for
 * @param limitedBy what keeps it from being more, in words
 * @param basis where its inputs come from
 * @param assumedWaits ns per wait that were assumed, by kind
 * @param breakEvenWaitNanos the wait below which the remedy stops paying, ns; empty when it does
 *     not depend on one
 */
public record Prediction(
    double speedup,
    double low,
    double high,
    int cores,
    String limitedBy,
    Provenance basis,
    Map<Kind, Double> assumedWaits,
    OptionalDouble breakEvenWaitNanos) {
  public Prediction {
    assumedWaits = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(assumedWaits));
  }

  // A gain that may be half or double of what is guessed is known by its size only.
  private static final double VAGUE = 4;

  /** Whether it may turn out so different that the best guess stands for a size, not a figure. */
  public boolean vague() {
    return Double.isFinite(high) && high > VAGUE * low;
  }
}
