package tariff.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Quotes premiums from mortality tables and keeps the latest quote of each customer. */
public final class TariffService implements AutoCloseable {
  private static final Object LOCK = new Object();
  private static final Map<Integer, Double> LATEST = new HashMap<>();

  private final ExecutorService desks = Executors.newFixedThreadPool(4);
  private final double interest;

  public TariffService(double interest) {
    this.interest = interest;
  }

  /** Quotes all customers; returns the sum of the premiums. */
  public double quoteAll(List<Integer> customers) throws InterruptedException, ExecutionException {
    List<Future<Double>> quotes = new ArrayList<>(customers.size());
    for (Integer customer : customers) {
      quotes.add(desks.submit(() -> quote(customer)));
    }
    double sum = 0;
    for (Future<Double> quote : quotes) {
      sum += quote.get();
    }
    return sum;
  }

  public double quote(int customer) {
    synchronized (LOCK) {
      double premium = premium(18 + customer % 60, 20_000 + customer % 1_000 * 100, interest);
      LATEST.put(customer, premium);
      return premium;
    }
  }

  public static Double latest(int customer) {
    synchronized (LOCK) {
      return LATEST.get(customer);
    }
  }

  public static double premium(int age, double sum, double interest) {
    double premium = 0;
    for (int start = age; start < 110; start++) {
      double alive = 1;
      double discount = 1;
      for (int year = start; year < 120; year++) {
        double death = Math.min(1, 0.00022 + 2.7e-6 * Math.exp(0.115 * year));
        premium += alive * death * discount * sum / (1 + start);
        alive *= 1 - death;
        discount /= 1 + interest;
      }
    }
    return premium;
  }

  @Override
  public void close() {
    desks.shutdown();
  }
}
