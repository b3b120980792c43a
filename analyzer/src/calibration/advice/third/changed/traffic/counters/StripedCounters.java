package traffic.counters;

import java.util.Map;
import java.util.TreeMap;

/** Sixteen maps with a lock each, by kind. */
public class StripedCounters extends PassageCounters {
    private final PassageCounters[] stripes = new PassageCounters[16];

    public StripedCounters() {
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new PassageCounters();
        }
    }

    @Override
    public void increment(String kind) {
        stripes[kind.hashCode() & 15].increment(kind);
    }

    @Override
    public long total() {
        long total = 0;
        for (PassageCounters stripe : stripes) {
            total += stripe.total();
        }
        return total;
    }

    @Override
    public Map<String, Long> report() {
        Map<String, Long> report = new TreeMap<>();
        for (PassageCounters stripe : stripes) {
            report.putAll(stripe.report());
        }
        return report;
    }

    @Override
    public void clear() {
        for (PassageCounters stripe : stripes) {
            stripe.clear();
        }
    }
}
