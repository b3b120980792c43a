package com.pawlane.clinic.analytics;

/** Frequency analysis of an ECG strip. */
public final class HeartSignal {
  private final double[] samples;
  private final double hertz;

  public HeartSignal(double[] samples, double hertz) {
    this.samples = samples.clone();
    this.hertz = hertz;
  }

  public double beatsPerMinute() {
    int n = Integer.highestOneBit(samples.length);
    double[] re = new double[n];
    double[] im = new double[n];
    for (int i = 0; i < n; i++) {
      re[i] = samples[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / n));
    }
    transform(re, im);
    int best = 1;
    for (int k = 1; k < n / 2; k++) {
      if (Math.hypot(re[k], im[k]) > Math.hypot(re[best], im[best])) {
        best = k;
      }
    }
    return best * hertz / n * 60;
  }

  private static void transform(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double t = re[i];
        re[i] = re[j];
        re[j] = t;
        t = im[i];
        im[i] = im[j];
        im[j] = t;
      }
    }
    for (int len = 2; len <= n; len <<= 1) {
      double angle = -2 * Math.PI / len;
      for (int i = 0; i < n; i += len) {
        for (int k = 0; k < len / 2; k++) {
          double c = Math.cos(angle * k);
          double s = Math.sin(angle * k);
          int u = i + k;
          int v = u + len / 2;
          double x = re[v] * c - im[v] * s;
          double y = re[v] * s + im[v] * c;
          re[v] = re[u] - x;
          im[v] = im[u] - y;
          re[u] += x;
          im[u] += y;
        }
      }
    }
  }
}
