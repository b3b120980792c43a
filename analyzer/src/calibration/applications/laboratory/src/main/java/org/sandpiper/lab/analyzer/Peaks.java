package org.sandpiper.lab.analyzer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public final class Peaks {
  public record Peak(int position, double height, double area) {}

  private static final double[] KERNEL = {-21, 14, 39, 54, 59, 54, 39, 14, -21};

  private Peaks() {}

  /** Savitzky-Golay, quadratic, nine points. */
  public static double[] smooth(float[] trace) {
    double[] out = new double[trace.length];
    for (int i = 0; i < trace.length; i++) {
      if (i < 4 || i >= trace.length - 4) {
        out[i] = trace[i];
        continue;
      }
      double s = 0;
      for (int k = -4; k <= 4; k++) s += KERNEL[k + 4] * trace[i + k];
      out[i] = s / 231;
    }
    return out;
  }

  /** Rolling minimum as the baseline. */
  public static double[] baseline(double[] trace, int window) {
    double[] out = new double[trace.length];
    int[] queue = new int[trace.length];
    int head = 0, tail = 0;
    for (int i = 0; i < trace.length + window; i++) {
      if (i < trace.length) {
        while (tail > head && trace[queue[tail - 1]] >= trace[i]) tail--;
        queue[tail++] = i;
      }
      int centre = i - window;
      if (centre >= 0 && centre < trace.length) {
        while (queue[head] < centre - window) head++;
        out[centre] = trace[queue[head]];
      }
    }
    return out;
  }

  public static List<Peak> find(float[] trace, double threshold) {
    double[] s = smooth(trace);
    double[] base = baseline(s, 200);
    IntArrayList tops = new IntArrayList();
    for (int i = 1; i < s.length - 1; i++) {
      if (s[i] - base[i] > threshold && s[i] >= s[i - 1] && s[i] > s[i + 1]) tops.add(i);
    }
    List<Peak> out = new ArrayList<>();
    for (int t = 0; t < tops.size(); t++) {
      int at = tops.getInt(t);
      double height = s[at] - base[at], area = 0;
      for (int i = at; i >= 0 && s[i] - base[i] > height / 2; i--) area += s[i] - base[i];
      for (int i = at + 1; i < s.length && s[i] - base[i] > height / 2; i++) area += s[i] - base[i];
      out.add(new Peak(at, height, area));
    }
    out.sort(Comparator.comparingDouble(Peak::area).reversed());
    return out;
  }

  public static double ratio(Peak a, Peak b) {
    return b.area() == 0 ? Double.NaN : a.area() / b.area();
  }
}
