package exam.p15;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;

/** Prices Asian options by simulation. */
public class OptionPricer {
    record Option(String id, double spot, double strike, double rate, double volatility, int days) { }

    private final Random random = new Random(20240131L);
    private final int paths;

    OptionPricer(int paths) {
        this.paths = paths;
    }

    private double path(Option o) {
        double dt = 1.0 / 252;
        double drift = (o.rate() - o.volatility() * o.volatility() / 2) * dt;
        double diffusion = o.volatility() * Math.sqrt(dt);
        double price = o.spot();
        double sum = 0;
        for (int d = 0; d < o.days(); d++) {
            price *= Math.exp(drift + diffusion * random.nextGaussian());
            sum += price;
        }
        return Math.max(0, sum / o.days() - o.strike());
    }

    double price(Option o) {
        double total = 0;
        for (int i = 0; i < paths; i++) {
            total += path(o);
        }
        return Math.exp(-o.rate() * o.days() / 252.0) * total / paths;
    }

    public static void main(String[] args) throws Exception {
        int paths = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        OptionPricer pricer = new OptionPricer(paths);
        List<Option> book = new ArrayList<>();
        for (int strike = 80; strike <= 120; strike++) {
            for (int days : new int[] {21, 63, 126, 252}) {
                book.add(new Option("A" + strike + "-" + days, 100, strike, 0.03, 0.22, days));
            }
        }
        ExecutorService cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<Double>> prices = new ArrayList<>();
        for (Option o : book) {
            prices.add(cores.submit(() -> pricer.price(o)));
        }
        for (int i = 0; i < book.size(); i++) {
            System.out.printf("%s %.4f%n", book.get(i).id(), prices.get(i).get());
        }
        cores.shutdown();
    }
}
