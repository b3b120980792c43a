package dev.concur.workloads.code;

/** Compares everything with the best so far, in one numeric kernel under one lock. */
public final class Likeness {

  public static final int FEATURES = 4_096;

  private static final Object LOCK = new Object();
  private static final float[] BEST = new float[FEATURES];

  private Likeness() {}

  public static float score(float[] article) {
    synchronized (LOCK) {
      float alike = 0;
      for (int round = 0; round < 100; round++) {
        alike += dot(article, BEST);
      }
      return alike;
    }
  }

  public static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < FEATURES; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  public static float[] best() {
    return BEST;
  }
}
