package arms;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Measures the arms of one workload: Run ID OUT.tsv ROUNDS WINDOW_MS WARM_MS FIRST_WARM_MS. */
public final class Run {
  private static int failures;
  private static long expected;

  public static void main(String[] args) {
    try {
      run(args);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(2);
    }
  }

  private static void run(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[2]);
    long window = Long.parseLong(args[3]);
    long warm = Long.parseLong(args[4]);
    long first = Long.parseLong(args[5]);
    String only = System.getProperty("arms");
    Bench bench = Registry.create(args[0]);
    bench.config = bench.boot();
    bench.init(bench.config);
    bench.arms();
    List<String> names = new ArrayList<>(bench.arms.keySet());
    if (only != null) {
      names.retainAll(Arrays.asList(("asis," + only).split(",")));
    }
    Map<String, double[]> ops = new HashMap<>();
    Map<String, double[]> cpu = new HashMap<>(); // milliseconds and jobs of all rounds
    boolean isFirst = true;
    for (String name : new ArrayList<>(names)) {
      try {
        Callable<Long> arm = bench.arms.get(name);
        if (isFirst) {
          expected = arm.call();
          isFirst = false;
          measure(bench, name, first);
        } else {
          measure(bench, name, name.endsWith("procs") ? 4 * warm : warm);
        }
        ops.put(name, new double[rounds]);
        cpu.put(name, new double[2]);
      } catch (Throwable e) {
        failures++;
        System.err.println(args[0] + " " + name + " FAILED");
        e.printStackTrace();
        names.remove(name);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get((i + round * 3) % names.size());
        double[] result = measure(bench, name, window);
        ops.get(name)[round] = result[0];
        cpu.get(name)[0] += result[1];
        cpu.get(name)[1] += result[2];
      }
    }
    bench.close();
    int jdk = Runtime.version().feature();
    double base = median(ops.get("asis"));
    try (PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(
                Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      for (String name : names) {
        double[] all = ops.get(name).clone();
        Arrays.sort(all);
        out.printf(
            Locale.ROOT,
            "%s\t%d\t%s\t%.2f\t%.2f\t%.3f\t%.2f\t%.2f\t%.4f%n",
            args[0],
            jdk,
            name,
            median(all),
            base,
            median(all) / base,
            all[0],
            all[all.length - 1],
            cpu.get(name)[0] / cpu.get(name)[1]);
      }
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  /**
   * Runs whole batches until the window is over; returns jobs a second, CPU milliseconds and jobs.
   */
  private static double[] measure(Bench bench, String name, long windowMillis) throws Exception {
    Callable<Long> arm = bench.arms.get(name);
    com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + windowMillis * 1_000_000;
    long batches = 0;
    long now;
    do {
      long sum = arm.call();
      if (!bench.same(expected, sum)) {
        failures++;
        System.err.println(bench.id + " " + name + " WRONG " + sum + " instead of " + expected);
      }
      batches++;
      now = System.nanoTime();
    } while (now < end);
    double count = batches * (double) bench.jobs;
    return new double[] {
      count * 1e9 / (now - start), (system.getProcessCpuTime() - cpu) / 1e6, count
    };
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
