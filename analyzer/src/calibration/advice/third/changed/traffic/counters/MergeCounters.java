package traffic.counters;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A concurrent map that is merged into. */
public class MergeCounters extends PassageCounters {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void increment(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    @Override
    public long total() {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    @Override
    public Map<String, Long> report() {
        return new TreeMap<>(counts);
    }

    @Override
    public void clear() {
        counts.clear();
    }
}
