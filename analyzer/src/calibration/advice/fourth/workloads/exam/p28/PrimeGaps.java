package exam.p28;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Statistics over the gaps behind random-looking 512 bit starting points. */
public class PrimeGaps {
    private static final int STARTS = 20_000;

    private final BigInteger seed;
    private final Map<Integer, LongAdder> gaps = new ConcurrentHashMap<>();

    PrimeGaps(BigInteger seed) {
        this.seed = seed;
    }

    private BigInteger start(int index) {
        return seed.multiply(BigInteger.valueOf(2L * index + 1)).setBit(511).setBit(0);
    }

    private int gap(BigInteger from) {
        BigInteger prime = from.nextProbablePrime();
        return prime.subtract(from).intValueExact();
    }

    void collect() {
        IntStream.range(0, STARTS)
                .parallel()
                .map(i -> gap(start(i)))
                .forEach(g -> gaps.computeIfAbsent(g, k -> new LongAdder()).increment());
    }

    public static void main(String[] args) {
        PrimeGaps statistics = new PrimeGaps(new BigInteger(args.length > 0 ? args[0] : "982451653982451653982451653", 10).pow(5));
        statistics.collect();
        statistics.gaps.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(LongAdder::sum).reversed()))
                .limit(20)
                .forEach(e -> System.out.println(e.getKey() + ": " + e.getValue()));
    }
}
