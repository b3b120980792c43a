package options.desk;

/** American options by a binomial tree. */
public final class BinomialPricer implements Pricer {
  private final int depth;
  private final double rate;

  public BinomialPricer(int depth, double rate) {
    this.depth = depth;
    this.rate = rate;
  }

  @Override
  public double price(Contract contract) {
    double dt = contract.years() / depth;
    double up = Math.exp(contract.volatility() * Math.sqrt(dt));
    double p = (Math.exp(rate * dt) - 1 / up) / (up - 1 / up);
    double discount = Math.exp(-rate * dt);
    double[] values = new double[depth + 1];
    for (int i = 0; i <= depth; i++) {
      values[i] = exercise(contract, contract.spot() * Math.pow(up, 2.0 * i - depth));
    }
    for (int level = depth - 1; level >= 0; level--) {
      double spot = contract.spot() * Math.pow(up, -level);
      for (int i = 0; i <= level; i++) {
        double hold = discount * (p * values[i + 1] + (1 - p) * values[i]);
        values[i] = Math.max(hold, exercise(contract, spot));
        spot *= up * up;
      }
    }
    return values[0];
  }

  private static double exercise(Contract contract, double spot) {
    double gain = contract.put() ? contract.strike() - spot : spot - contract.strike();
    return Math.max(0, gain);
  }
}
