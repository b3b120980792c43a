package dev.concur.workloads.code;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thread that calculates for everybody. */
public final class OneCalculator {

  private static final ExecutorService CALCULATOR = Executors.newSingleThreadExecutor();

  private OneCalculator() {}

  public static Future<Double> later(int number) {
    return CALCULATOR.submit(() -> calculate(number));
  }

  public static double calculate(int number) {
    double value = number;
    for (int i = 1; i < 60_000; i++) {
      value += Math.sin(value) / i;
    }
    return value;
  }
}
