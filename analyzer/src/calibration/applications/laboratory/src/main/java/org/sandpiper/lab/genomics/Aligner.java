package org.sandpiper.lab.genomics;

public interface Aligner {
  int score(Sequence a, Sequence b);

  static Aligner of(boolean banded) {
    return banded ? new BandedAligner(32) : new SmithWaterman(2, -1, -2);
  }
}
