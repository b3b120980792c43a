package dev.concur.verify;

import java.util.Comparator;
import java.util.List;

/**
 * What the windows of one arm come to. Whatever else happens on a machine only slows (its host, its
 * neighbours, its clock), so the faster windows tell more of the code than the slower ones (Chen
 * and Revels, Robust benchmarking in noisy environments, 2016). It looks at one arm alone and never
 * at the ratio of both, so that playing more of them cannot favour an outcome.
 */
final class Windows {

  /** The two fastest windows of an arm that was left alone differ by less. */
  private static final double EVEN = .05;

  private Windows() {}

  /** Throughput in tasks/s: the median of the faster half of those in which it was left alone. */
  static double typical(List<Window> windows) {
    double[] fastest = fastest(windows);
    int half = (fastest.length + 1) / 2;
    return half % 2 == 1 ? fastest[half / 2] : (fastest[half / 2 - 1] + fastest[half / 2]) / 2;
  }

  /** Whether the two fastest agree, so that more of them would tell nothing new. */
  static boolean agree(List<Window> windows) {
    double[] fastest = fastest(windows);
    return fastest.length > 1 && fastest[1] >= (1 - EVEN) * fastest[0];
  }

  /** Throughputs of the undisturbed, or of all when hardly any was; the highest first. */
  private static double[] fastest(List<Window> windows) {
    List<Window> calm = windows.stream().filter(window -> !window.disturbed()).toList();
    List<Window> counted = calm.size() * 2 >= windows.size() ? calm : windows;
    return counted.stream()
        .map(Window::tasksPerSecond)
        .sorted(Comparator.reverseOrder())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
