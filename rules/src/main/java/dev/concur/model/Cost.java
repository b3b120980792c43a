package dev.concur.model;

/**
 * What one execution costs on the hot path, callees included.
 *
 * @param cpu computing, ns
 * @param waiting time spent waiting, ns
 * @param provenance where the numbers come from
 */
public record Cost(Interval cpu, Interval waiting, Provenance provenance) {

  /** No cost. */
  public static final Cost NONE = new Cost(Interval.ZERO, Interval.ZERO, Provenance.DERIVED);

  /** Both together, with the weaker provenance. */
  public Cost plus(Cost other) {
    Provenance weaker = provenance.compareTo(other.provenance) <= 0 ? provenance : other.provenance;
    return new Cost(cpu.plus(other.cpu), waiting.plus(other.waiting), weaker);
  }

  /** This many times. */
  public Cost times(double factor) {
    return new Cost(cpu.times(factor), waiting.times(factor), provenance);
  }

  /** Computing and waiting together, ns. */
  public Interval total() {
    return cpu.plus(waiting);
  }

  /** The share of waiting in the whole, 0..1 by the best guesses; 0 for no cost at all. */
  public double waitShare() {
    double whole = cpu.middle() + waiting.middle();
    return whole == 0 ? 0 : waiting.middle() / whole;
  }
}
