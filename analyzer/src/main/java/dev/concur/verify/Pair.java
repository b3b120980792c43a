package dev.concur.verify;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one pair of JVMs showed: one replication. Its windows share one start, one heap layout and
 * one compilation, so they are summed up here and never counted as samples of their own.
 *
 * @param baseline windows of the code as it is
 * @param advised windows of the advised way
 * @param load run-delay share around it
 */
record Pair(List<Window> baseline, List<Window> advised, double load) {
  Pair {
    baseline = List.copyOf(baseline);
    advised = List.copyOf(advised);
  }

  /** Logarithm of advised over baseline throughput. */
  double logRatio() {
    return Math.log(typical(advised) / typical(baseline));
  }

  double baselineRate() {
    return typical(baseline);
  }

  double advisedRate() {
    return typical(advised);
  }

  /** Median over the undisturbed windows, or over all when hardly any was undisturbed. */
  static double typical(List<Window> windows) {
    List<Window> calm = windows.stream().filter(window -> !window.disturbed()).toList();
    List<Window> counted = calm.size() * 2 >= windows.size() ? calm : windows;
    return median(counted, Window::tasksPerSecond);
  }

  private static double median(List<Window> windows, ToDoubleFunction<Window> value) {
    double[] sorted = windows.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
