package exam5.q29;

import java.util.Random;
import java.util.stream.LongStream;

/** Barrier option by plain Monte Carlo. */
public class OptionPricer {

    private final Random random;
    private final double spot;
    private final double strike;
    private final double barrier;

    OptionPricer(long seed, double spot, double strike, double barrier) {
        this.random = new Random(seed);
        this.spot = spot;
        this.strike = strike;
        this.barrier = barrier;
    }

    private double path(int steps, double drift, double volatility) {
        double price = spot;
        for (int i = 0; i < steps; i++) {
            double shock = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            price *= 1 + drift + volatility * 2 * shock;
            if (price >= barrier) {
                return 0;
            }
        }
        return Math.max(0, price - strike);
    }

    double price(long paths, int steps, double rate, double sigma) {
        double dt = 1.0 / steps;
        double mean = LongStream.range(0, paths)
                .parallel()
                .mapToDouble(p -> path(steps, rate * dt, sigma * Math.sqrt(dt)))
                .average()
                .orElse(0);
        return mean * Math.exp(-rate);
    }

    public static void main(String[] args) {
        OptionPricer pricer = new OptionPricer(42, 100, 105, 140);
        for (double sigma = 0.1; sigma < 0.5; sigma += 0.1) {
            System.out.printf("%.1f %.4f%n", sigma, pricer.price(1_000_000, 250, 0.03, sigma));
        }
    }
}
