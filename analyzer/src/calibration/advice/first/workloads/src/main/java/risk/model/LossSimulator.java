package risk.model;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Estimates the value at risk of positions by simulation. */
public final class LossSimulator {
  private static final int PATHS = 1_000;
  private static final double QUANTILE = 0.05;

  private final Random random;

  public LossSimulator(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the value at risk of each position, in the order given. */
  public double[] valuesAtRisk(List<Position> positions) {
    double[] risks = new double[positions.size()];
    for (int i = 0; i < risks.length; i++) {
      risks[i] = valueAtRisk(positions.get(i));
    }
    return risks;
  }

  public double valueAtRisk(Position position) {
    double[] results = new double[PATHS];
    double step = position.volatility() * Math.sqrt(1.0 / 252);
    for (int path = 0; path < PATHS; path++) {
      double log = 0;
      for (int day = 0; day < position.days(); day++) {
        double shock = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        log += position.drift() / 252 + step * 2 * shock;
      }
      results[path] = position.value() * (Math.exp(log) - 1);
    }
    Arrays.sort(results);
    return -results[(int) (PATHS * QUANTILE)];
  }
}
