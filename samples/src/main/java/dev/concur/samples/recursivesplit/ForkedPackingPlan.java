package dev.concur.samples.recursivesplit;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Right: the upper branches are forked, the lower ones are too small to be. */
public final class ForkedPackingPlan {

  private static final int CAPACITY = 10_000;
  private static final int CUTOFF = 12;

  private ForkedPackingPlan() {}

  /** The most that fits, in grams. */
  public static int mostThatFits(int[] parcels) {
    return ForkJoinPool.commonPool().invoke(new Branch(parcels, 0, 0));
  }

  private static final class Branch extends RecursiveTask<Integer> {

    private static final long serialVersionUID = 1;

    private final int[] parcels;
    private final int from;
    private final int load;

    Branch(int[] parcels, int from, int load) {
      this.parcels = parcels;
      this.from = from;
      this.load = load;
    }

    @Override
    protected Integer compute() {
      if (load > CAPACITY) {
        return 0;
      }
      if (parcels.length - from < CUTOFF) {
        return filled();
      }
      Branch without = new Branch(parcels, from + 1, load);
      without.fork();
      int with = new Branch(parcels, from + 1, load + parcels[from]).compute();
      return Math.max(with, without.join());
    }

    private int filled() {
      int full = load;
      for (int i = from; i < parcels.length; i++) {
        full = full + parcels[i] <= CAPACITY ? full + parcels[i] : full;
      }
      return full;
    }
  }
}
