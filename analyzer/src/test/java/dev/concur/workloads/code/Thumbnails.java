package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** Shrinks pictures, a few milliseconds each. */
public final class Thumbnails {

  public static final int SIZE = 1_024;

  public List<int[]> all(List<int[]> pictures) {
    List<int[]> small = new ArrayList<>();
    for (int[] picture : pictures) {
      small.add(shrink(picture));
    }
    return small;
  }

  public static int[] shrink(int[] picture) {
    int half = SIZE / 2;
    int[] small = new int[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int red = 0;
        for (int pixel = 0; pixel < 4; pixel++) {
          red += picture[(2 * y + pixel / 2) * SIZE + 2 * x + pixel % 2] >> 16 & 255;
        }
        small[y * half + x] = (int) Math.sqrt(red * red / 16.0);
      }
    }
    return small;
  }
}
