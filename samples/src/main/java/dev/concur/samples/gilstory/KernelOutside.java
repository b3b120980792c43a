package dev.concur.samples.gilstory;

/**
 * Right: the kernel works on a copy, outside; the lock is held for two touches of what is shared.
 */
public final class KernelOutside {

  private static final int FEATURES = 4_096;
  private static final Object INTERPRETER = new Object();
  private static float[] best = new float[FEATURES];

  private KernelOutside() {}

  /** Moves the best vector towards the article, by how alike they are. */
  public static float score(float[] article) { // label: cpu maths
    float[] copy = current();
    float alike = 0;
    for (int round = 0; round < FEATURES; round++) {
      alike = dot(article, copy, alike);
    }
    copy[0] = alike;
    replace(copy);
    return alike;
  }

  private static float[] current() { // label: light
    synchronized (INTERPRETER) {
      return best.clone();
    }
  }

  private static void replace(float[] next) { // label: light
    synchronized (INTERPRETER) {
      best = next;
    }
  }

  private static float dot(float[] a, float[] b, float start) {
    float sum = start / FEATURES;
    for (int i = 0; i < FEATURES; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
