package dev.concur.samples.recursivesplit;

/**
 * How full a container can get. Wrong: both branches are tried one after the other, on one core.
 */
public final class PackingPlan {

  private static final int CAPACITY = 10_000;

  private PackingPlan() {}

  /** The most that fits, in grams. */
  public static int mostThatFits(int[] parcels) {
    return best(parcels, 0, 0);
  }

  private static int best(int[] parcels, int from, int load) { // expect: recursive-split [threads]
    if (load > CAPACITY) {
      return 0;
    }
    if (from == parcels.length) {
      return load;
    }
    int without = best(parcels, from + 1, load);
    int with = best(parcels, from + 1, load + parcels[from]);
    return Math.max(without, with);
  }
}
