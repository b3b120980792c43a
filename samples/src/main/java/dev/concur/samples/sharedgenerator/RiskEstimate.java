package dev.concur.samples.sharedgenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays thousands of bad years. Wrong: all players draw from one generator, draw by draw. */
public final class RiskEstimate {

  private static final int YEARS = 50_000;

  private static final Random CHANCE = new Random();

  private final ExecutorService players = Executors.newFixedThreadPool(2);

  /** How often the till is empty at the end of a year. */
  public double ruin(int games) throws ExecutionException, InterruptedException {
    List<Future<Integer>> played = new ArrayList<>();
    for (int game = 0; game < games; game++) {
      played.add(players.submit(RiskEstimate::play));
    }
    int ruined = 0;
    for (Future<Integer> one : played) {
      ruined += one.get();
    }
    return ruined / (double) games / YEARS;
  }

  private static int play() {
    int ruined = 0;
    for (int year = 0; year < YEARS; year++) {
      // expect: shared-generator [lock-change]
      double takings = CHANCE.nextDouble();
      if (takings < 0.01) {
        ruined++;
      }
    }
    return ruined;
  }
}
