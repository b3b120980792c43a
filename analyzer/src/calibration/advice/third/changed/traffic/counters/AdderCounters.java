package traffic.counters;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** An adder a kind. */
public class AdderCounters extends PassageCounters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void increment(String kind) {
        counts.computeIfAbsent(kind, k -> new LongAdder()).increment();
    }

    @Override
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    @Override
    public Map<String, Long> report() {
        Map<String, Long> report = new TreeMap<>();
        counts.forEach((kind, count) -> report.put(kind, count.sum()));
        return report;
    }

    @Override
    public void clear() {
        counts.clear();
    }
}
