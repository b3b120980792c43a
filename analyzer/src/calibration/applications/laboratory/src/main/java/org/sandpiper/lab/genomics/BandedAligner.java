package org.sandpiper.lab.genomics;

import java.util.Arrays;

/** Edit distance within a band, as a negative score. */
final class BandedAligner implements Aligner {
  private final int band;

  BandedAligner(int band) {
    this.band = band;
  }

  @Override
  public int score(Sequence a, Sequence b) {
    int[] prev = new int[2 * band + 1], cur = new int[2 * band + 1];
    Arrays.fill(prev, 1 << 20);
    for (int k = band; k <= 2 * band; k++) prev[k] = k - band;
    for (int i = 1; i <= a.length(); i++) {
      Arrays.fill(cur, 1 << 20);
      for (int k = 0; k <= 2 * band; k++) {
        int j = i + k - band;
        if (j < 0 || j > b.length()) continue;
        int v = 1 << 20;
        if (j > 0) v = prev[k] + (a.bases()[i - 1] == b.bases()[j - 1] ? 0 : 1);
        if (k < 2 * band) v = Math.min(v, prev[k + 1] + 1);
        if (k > 0) v = Math.min(v, cur[k - 1] + 1);
        cur[k] = v;
      }
      int[] t = prev;
      prev = cur;
      cur = t;
    }
    int k = b.length() - a.length() + band;
    return k < 0 || k > 2 * band ? Integer.MIN_VALUE : -prev[k];
  }
}
