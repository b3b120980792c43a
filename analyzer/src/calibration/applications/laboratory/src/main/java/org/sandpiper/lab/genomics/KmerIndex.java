package org.sandpiper.lab.genomics;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;

/** Which references contain which words of k bases. */
public final class KmerIndex {
  private final int k;
  private final List<Sequence> references;
  private final Long2ObjectOpenHashMap<IntArrayList> words = new Long2ObjectOpenHashMap<>();

  public KmerIndex(int k, List<Sequence> references) {
    this.k = k;
    this.references = List.copyOf(references);
    for (int r = 0; r < references.size(); r++) add(r, references.get(r));
  }

  private void add(int r, Sequence s) {
    for (int i = 0; i + k <= s.length(); i++) {
      long w = word(s.bases(), i);
      if (w < 0) continue;
      IntArrayList l = words.get(w);
      if (l == null) words.put(w, l = new IntArrayList(2));
      if (l.isEmpty() || l.getInt(l.size() - 1) != r) l.add(r);
    }
  }

  long word(byte[] b, int from) {
    long w = 0;
    for (int i = from; i < from + k; i++) {
      int c =
          switch (b[i]) {
            case 'A' -> 0;
            case 'C' -> 1;
            case 'G' -> 2;
            case 'T' -> 3;
            default -> -1;
          };
      if (c < 0) return -1;
      w = w << 2 | c;
    }
    return w;
  }

  /** Reference that shares most words with the read; null when there is none. */
  public Sequence best(Sequence read) {
    int[] votes = new int[references.size()];
    for (int i = 0; i + k <= read.length(); i++) {
      long w = word(read.bases(), i);
      IntArrayList l = w < 0 ? null : words.get(w);
      if (l == null) continue;
      for (int j = 0; j < l.size(); j++) votes[l.getInt(j)]++;
    }
    int best = -1;
    for (int r = 0; r < votes.length; r++)
      if (votes[r] > 2 && (best < 0 || votes[r] > votes[best])) best = r;
    return best < 0 ? null : references.get(best);
  }

  public int wordCount() {
    return words.size();
  }
}
