package dev.concur.workloads.code;

/** Blurs a picture in place of another, pixel by pixel. */
public final class BlurredPicture {

  public static final int SIZE = 600;

  public static void blur(float[] from, float[] to) {
    for (int y = 1; y < SIZE - 1; y++) {
      row(from, to, y);
    }
  }

  public static void row(float[] from, float[] to, int y) {
    for (int x = 1; x < SIZE - 1; x++) {
      float sum = 0;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          sum += from[(y + dy) * SIZE + x + dx];
        }
      }
      to[y * SIZE + x] = sum / 9;
    }
  }
}
