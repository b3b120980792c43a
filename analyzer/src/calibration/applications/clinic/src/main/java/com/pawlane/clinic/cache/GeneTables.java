package com.pawlane.clinic.cache;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;

/** Alignment scores of breed markers, dear to compute. */
public class GeneTables {
  private final LoadingCache<String, Integer> scores;
  private final String reference;

  public GeneTables(String reference, int size) {
    this.reference = reference;
    this.scores =
        CacheBuilder.newBuilder()
            .maximumSize(size)
            .build(
                new CacheLoader<>() {
                  @Override
                  public Integer load(String marker) {
                    return align(marker);
                  }
                });
  }

  public int score(String marker) {
    return scores.getUnchecked(marker);
  }

  private int align(String marker) {
    int[][] best = new int[marker.length() + 1][reference.length() + 1];
    int top = 0;
    for (int i = 1; i <= marker.length(); i++) {
      for (int j = 1; j <= reference.length(); j++) {
        int match = best[i - 1][j - 1] + (marker.charAt(i - 1) == reference.charAt(j - 1) ? 2 : -1);
        best[i][j] = Math.max(0, Math.max(match, Math.max(best[i - 1][j], best[i][j - 1]) - 2));
        top = Math.max(top, best[i][j]);
      }
    }
    return top;
  }
}
