package dev.concur.verify;

import java.util.List;

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
    return Math.log(advisedRate() / baselineRate());
  }

  double baselineRate() {
    return Windows.typical(baseline);
  }

  double advisedRate() {
    return Windows.typical(advised);
  }
}
