package dev.concur.workloads;

/**
 * The kernel as native code would run it: eight lanes beside each other, which the compiler turns
 * into vector instructions as it may not do with one sum.
 */
final class VectorKernel {

  private VectorKernel() {}

  static void score(float[] a, float[] b, int rounds) {
    float alike = 0;
    for (int round = 0; round < rounds; round++) {
      alike += dot(a, b);
    }
    Keep.it(alike);
  }

  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int i = 0; i < a.length; i += 8) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }
}
