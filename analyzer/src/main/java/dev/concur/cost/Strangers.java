package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Kind;
import java.util.Map;

/**
 * What a call into a library costs, drawn towards what such calls usually cost.
 *
 * <p>Of the code of a library nobody shows the sizes, and guesses within guesses multiply: a call
 * that makes one address came to 150 ms. How far the upper bound lies above the best guess says how
 * many guesses there are. The estimate and the usual cost are weighed in decades, each by what is
 * known of it (the mean of two normal distributions); what the catalogue says keeps its weight.
 */
final class Strangers {

  /** What a call into a library that computes at all mostly takes, ns; ours. */
  private static final double COMPUTES = 10_000;

  /** The same of its waiting: a file, a query; ns. */
  private static final double WAITS = 1_000_000;

  /**
   * Decades between the bounds of what is known well: a line of the catalogue, one guessed loop.
   */
  private static final double SETTLED = 1.5;

  /** Further decades by which an estimate is known as badly as the usual cost is. */
  private static final double SPREAD = 3;

  /** Decades that the upper bound lies above the best guess when both are weighed. */
  private static final double LEFT = 3;

  private Strangers() {}

  /** The same cost, believed as far as it is known; to be read only. */
  static Tally believed(Tally tally) {
    Map<Kind, Interval> parts = ShortMap.copyOf(tally.parts);
    parts.replaceAll((kind, nanos) -> drawn(nanos, kind.waits() ? WAITS : COMPUTES));
    double plain = Math.max(0, tally.cpu.middle() - tally.named());
    Interval cpu = drawn(new Interval(0, plain, Math.max(plain, tally.cpu.high())), COMPUTES);
    for (Map.Entry<Kind, Interval> part : parts.entrySet()) {
      cpu = part.getKey().waits() ? cpu : cpu.plus(part.getValue());
    }
    return tally.costing(cpu, parts);
  }

  private static Interval drawn(Interval nanos, double usual) {
    if (nanos.middle() <= usual) {
      return nanos;
    }
    double decades = Math.log10(nanos.high() / nanos.middle());
    double spread = Math.max(0, decades - SETTLED) / SPREAD;
    double weight = 1 / (1 + spread * spread);
    double middle = usual * Math.pow(nanos.middle() / usual, weight);
    double high = Math.min(nanos.high(), middle * Math.pow(10, LEFT));
    return new Interval(Math.min(nanos.low(), middle), middle, Math.max(middle, high));
  }
}
