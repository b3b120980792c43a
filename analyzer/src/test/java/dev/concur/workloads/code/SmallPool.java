package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Four threads for a hundred questions that wait ten milliseconds. */
public final class SmallPool {

  public static final int QUESTIONS = 100;

  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  public long all() throws InterruptedException, ExecutionException {
    List<Future<Integer>> answers = new ArrayList<>();
    for (int question = 0; question < QUESTIONS; question++) {
      int number = question;
      answers.add(pool.submit(() -> answer(number)));
    }
    long sum = 0;
    for (Future<Integer> each : answers) {
      sum += each.get();
    }
    return sum;
  }

  public int answer(int question) throws InterruptedException {
    Thread.sleep(10);
    return question;
  }
}
