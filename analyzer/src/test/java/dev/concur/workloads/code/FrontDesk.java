package dev.concur.workloads.code;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A single clerk whom everybody asks, two milliseconds a question. */
public final class FrontDesk {

  private static final ExecutorService CLERK = Executors.newSingleThreadExecutor();

  private FrontDesk() {}

  public static Future<Integer> ask(int question) {
    Callable<Integer> task = () -> lookUp(question);
    return CLERK.submit(task);
  }

  public static int lookUp(int question) throws InterruptedException {
    Thread.sleep(2);
    return question + 1;
  }

  public static void close() {
    CLERK.shutdown();
  }
}
