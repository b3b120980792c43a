package dev.concur.samples.sharedgenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Right: each thread draws from a generator of its own; one number a game may be shared. */
public final class OwnRiskEstimate {

  private static final int YEARS = 20_000;

  private static final Random NAMES = new Random();

  private final ExecutorService players = Executors.newFixedThreadPool(2);

  /** How often the till is empty at the end of a year. */
  public double ruin(int games) throws ExecutionException, InterruptedException {
    List<Future<Integer>> played = new ArrayList<>();
    for (int game = 0; game < games; game++) {
      played.add(players.submit(OwnRiskEstimate::play));
    }
    int ruined = 0;
    for (Future<Integer> one : played) {
      ruined += one.get();
    }
    return ruined / (double) games / YEARS;
  }

  private static int play() {
    int ruined = NAMES.nextInt(2);
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    for (int year = 0; year < YEARS; year++) {
      double takings = chance.nextDouble();
      if (takings < 0.01) {
        ruined++;
      }
    }
    return ruined;
  }
}
