package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Throws darts at a circle, with one random generator for all. */
public final class SharedDice {

  public static final int ROUNDS = 16;

  private static final Random DICE = new Random(7);

  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  public double all() throws InterruptedException, ExecutionException {
    List<Future<Integer>> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(pool.submit(SharedDice::round));
    }
    int hits = 0;
    for (Future<Integer> round : rounds) {
      hits += round.get();
    }
    return hits;
  }

  public static int round() {
    int hits = 0;
    for (int i = 0; i < 20_000; i++) {
      double x = DICE.nextDouble();
      double y = DICE.nextDouble();
      if (x * x + y * y < 1) {
        hits++;
      }
    }
    return hits;
  }
}
