package dev.concur.workloads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures one workload in all ways, in turns: each way warms up, then every round gives each a
 * window. Prints a line of the table for each way: the best, the middle and the worst window. The
 * best is what counts, since other programs only ever make a window slower.
 */
final class Measure {

  private static final int ROUNDS = 3;

  private static final long WARM_UP_NANOS = 250_000_000;

  private static final long WINDOW_NANOS = 120_000_000;

  private Measure() {}

  /** Names of workloads. */
  public static void main(String[] names) throws Exception {
    for (String name : names) {
      measure(Suite.named(name));
    }
    System.exit(0); // the pools of the code under measurement would keep it alive
  }

  private static void measure(Workload workload) throws Exception {
    try (Processes processes = new Processes(workload)) {
      Map<String, Workload.Play> ways = workload.ways(Optional.of(processes.play()));
      Map<String, List<Double>> rates = new LinkedHashMap<>();
      for (Map.Entry<String, Workload.Play> way : ways.entrySet()) {
        window(workload, way.getValue(), WARM_UP_NANOS);
        rates.put(way.getKey(), new ArrayList<>());
      }
      for (int round = 0; round < ROUNDS; round++) {
        List<String> order = new ArrayList<>(ways.keySet());
        Collections.rotate(order, round * 4);
        for (String way : order) {
          rates.get(way).add(window(workload, ways.get(way), WINDOW_NANOS));
        }
      }
      rates.forEach((way, all) -> print(workload, way, all));
    }
  }

  /** Tasks a second over whole passes, for at least so long. */
  private static double window(Workload workload, Workload.Play play, long atLeast)
      throws Exception {
    long begin = System.nanoTime();
    long tasks = 0;
    do {
      play.all(workload.tasks());
      tasks += workload.tasks();
    } while (System.nanoTime() - begin < atLeast);
    return tasks * 1e9 / (System.nanoTime() - begin);
  }

  private static void print(Workload workload, String way, List<Double> rates) {
    Collections.sort(rates);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s,%s,%.4g,%.4g,%.4g",
            workload.name(),
            way,
            rates.get(rates.size() - 1),
            rates.get(rates.size() / 2),
            rates.get(0)));
  }
}
