package quotes.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Computes the exponentially smoothed spread of currency pairs. */
public final class SpreadCalculator {
  private static final int THREADS = 200;
  private static final double WEIGHT = 0.02;

  /** Returns the spread of each quote, in order. */
  public double[] calculate(List<Quote> quotes) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Double>> futures = new ArrayList<>(quotes.size());
      for (Quote quote : quotes) {
        futures.add(executor.submit(() -> spread(quote)));
      }
      double[] spreads = new double[quotes.size()];
      for (int i = 0; i < spreads.length; i++) {
        spreads[i] = futures.get(i).get();
      }
      return spreads;
    } finally {
      executor.shutdown();
    }
  }

  public static double spread(Quote quote) {
    double smoothed = 0;
    double peak = 0;
    for (int i = 0; i < quote.bids().length; i++) {
      double middle = (quote.asks()[i] + quote.bids()[i]) / 2;
      double relative = Math.log(quote.asks()[i] / middle) - Math.log(quote.bids()[i] / middle);
      smoothed += WEIGHT * (relative - smoothed);
      peak = Math.max(peak, smoothed);
    }
    return smoothed + peak * WEIGHT;
  }
}
