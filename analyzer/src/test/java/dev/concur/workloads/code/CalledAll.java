package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eighty questions for eight threads, all handed over at once. */
public final class CalledAll {

  public static final int QUESTIONS = 80;

  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  public int all() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      int question = i;
      calls.add(() -> answer(question));
    }
    int sum = 0;
    for (Future<Integer> each : pool.invokeAll(calls)) {
      sum += each.get();
    }
    return sum;
  }

  public static int answer(int question) throws InterruptedException {
    Thread.sleep(8);
    return question;
  }
}
