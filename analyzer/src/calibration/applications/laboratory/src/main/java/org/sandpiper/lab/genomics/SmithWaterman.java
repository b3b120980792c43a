package org.sandpiper.lab.genomics;

final class SmithWaterman implements Aligner {
  private final int match, mismatch, gap;

  SmithWaterman(int match, int mismatch, int gap) {
    this.match = match;
    this.mismatch = mismatch;
    this.gap = gap;
  }

  @Override
  public int score(Sequence a, Sequence b) {
    int[] above = new int[b.length() + 1];
    int best = 0;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = 0;
      int left = 0;
      for (int j = 1; j <= b.length(); j++) {
        int here =
            Math.max(0, diagonal + (a.bases()[i - 1] == b.bases()[j - 1] ? match : mismatch));
        here = Math.max(here, Math.max(above[j] + gap, left + gap));
        diagonal = above[j];
        above[j] = left = here;
        if (here > best) best = here;
      }
    }
    return best;
  }
}
