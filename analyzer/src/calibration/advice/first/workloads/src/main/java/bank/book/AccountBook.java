package bank.book;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The savings accounts of a bank. */
public final class AccountBook implements AutoCloseable {
  private final Object lock = new Object();
  private final double[] balances;
  private final ExecutorService tellers = Executors.newFixedThreadPool(4);

  public AccountBook(int accounts, double opening) {
    balances = new double[accounts];
    for (int i = 0; i < accounts; i++) {
      balances[i] = opening + i;
    }
  }

  /** Credits the interest of a year to the accounts; returns the interest paid. */
  public double accrueAll(List<Integer> accounts) throws InterruptedException, ExecutionException {
    List<Callable<Double>> tasks = new ArrayList<>(accounts.size());
    for (Integer account : accounts) {
      tasks.add(() -> accrue(account));
    }
    double paid = 0;
    for (Future<Double> result : tellers.invokeAll(tasks)) {
      paid += result.get();
    }
    return paid;
  }

  public double accrue(int account) {
    synchronized (lock) {
      double before = balances[account];
      balances[account] = compound(before);
      return balances[account] - before;
    }
  }

  public double balance(int account) {
    synchronized (lock) {
      return balances[account];
    }
  }

  /** Compounds hourly at a rate that falls with the balance. */
  public static double compound(double balance) {
    double current = balance;
    for (int hour = 0; hour < 8_760; hour++) {
      double rate = 0.02 / (1 + current * 1e-6);
      current += current * rate / 8_760;
    }
    return Math.rint(current * 100) / 100;
  }

  @Override
  public void close() {
    tellers.shutdown();
  }
}
