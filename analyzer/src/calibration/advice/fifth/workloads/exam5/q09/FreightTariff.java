package exam5.q09;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Prices the consignments of a month: every surcharge that applies is added to the base rate. */
public class FreightTariff {

    enum Surcharge {
        FUEL(0.085, 0), TOLL(0.031, 0), ISLAND(0.22, 0), BULKY(0.4, 120), HAZARD(0.65, 200), EXPRESS(1.1, 0);

        final double rate;
        final int above;

        Surcharge(double rate, int above) {
            this.rate = rate;
            this.above = above;
        }
    }

    static class Consignment {
        final int kilos;
        final int kilometres;
        final int flags;

        Consignment(int kilos, int kilometres, int flags) {
            this.kilos = kilos;
            this.kilometres = kilometres;
            this.flags = flags;
        }

        static Consignment parse(String line) {
            String[] parts = line.split(";");
            return new Consignment(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        boolean has(Surcharge s) {
            return (flags >> s.ordinal() & 1) != 0 && kilos >= s.above;
        }
    }

    private static final List<Surcharge> ALL = Arrays.asList(Surcharge.values());

    static double price(Consignment c) {
        double base = 4.2 + c.kilos * 0.012 + c.kilometres * 0.04;
        double extra = ALL.parallelStream()
                .filter(c::has)
                .mapToDouble(s -> base * s.rate)
                .sum();
        return base + extra;
    }

    public static void main(String[] args) throws IOException {
        double total = 0;
        long count = 0;
        try (BufferedReader in = Files.newBufferedReader(Path.of("consignments.csv"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                total += price(Consignment.parse(line));
                count++;
            }
        }
        System.out.printf("%d consignments, %.2f EUR%n", count, total);
    }
}
