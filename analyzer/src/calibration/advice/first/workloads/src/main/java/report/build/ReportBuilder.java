package report.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Builds the regional sales reports. */
public final class ReportBuilder implements AutoCloseable {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  /** Returns the report of each region, in order. */
  public List<String> build(List<Region> regions) throws InterruptedException, ExecutionException {
    List<String> reports = new ArrayList<>(regions.size());
    for (Region region : regions) {
      // a region at a time: its task waits for section tasks of the same pool
      reports.add(pool.submit(() -> report(region)).get());
    }
    return reports;
  }

  private String report(Region region) throws InterruptedException, ExecutionException {
    StringBuilder text = new StringBuilder(region.name()).append('\n');
    for (double[] section : region.sections()) {
      text.append(pool.submit(() -> section(section)).get()).append('\n');
    }
    return text.toString();
  }

  /** Fits a seasonal line to the figures by least squares over candidate periods. */
  public static String section(double[] figures) {
    double best = Double.MAX_VALUE;
    int bestPeriod = 0;
    for (int period = 2; period < 40; period++) {
      double[] sums = new double[period];
      int[] counts = new int[period];
      for (int i = 0; i < figures.length; i++) {
        sums[i % period] += figures[i];
        counts[i % period]++;
      }
      double error = 0;
      for (int i = 0; i < figures.length; i++) {
        double difference = figures[i] - sums[i % period] / counts[i % period];
        error += difference * difference;
      }
      error *= 1 + period / (double) figures.length;
      if (error < best) {
        best = error;
        bestPeriod = period;
      }
    }
    return String.format(Locale.ROOT, "period %d error %.4f", bestPeriod, best);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
