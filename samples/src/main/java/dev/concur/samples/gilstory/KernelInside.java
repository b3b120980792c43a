package dev.concur.samples.gilstory;

/**
 * Scores an article against all others by the dot product of their feature vectors. Wrong: one
 * numeric kernel makes up all the work, and it runs inside the lock.
 *
 * <p>Best: a native or vectorised kernel outside the lock, as NumPy does it: copy what is shared,
 * compute on the copy, touch the result under the lock.
 */
public final class KernelInside {

  private static final int FEATURES = 4_096;
  private static final Object INTERPRETER = new Object();
  private static final float[] BEST = new float[FEATURES];

  private KernelInside() {}

  /** Moves the best vector towards the article, by how alike they are. */
  public static float score(float[] article) {
    synchronized (INTERPRETER) { // expect: gil-cpu, gil-static-lock [native]
      float alike = 0;
      for (int round = 0; round < FEATURES; round++) {
        alike = dot(article, BEST, alike);
      }
      BEST[0] = alike;
      return alike;
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
