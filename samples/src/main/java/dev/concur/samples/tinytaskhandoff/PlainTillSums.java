package dev.concur.samples.tinytaskhandoff;

/** Right: small sums on the spot. */
public final class PlainTillSums {

  private static final int TILLS = 500;

  /** Cents in all tills. */
  public long total(long[] coins, long[] notes) {
    long total = 0;
    for (int till = 0; till < TILLS; till++) {
      total += coins[till] + notes[till];
    }
    return total;
  }
}
