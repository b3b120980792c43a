package exam5.q33;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** Fraud rules, some 20,000 of them, checked against every payment; the rule file is read again each minute. */
public class RuleTable {

    private static final class Rule {
        final String merchant;
        final int country;
        final long above;
        final String verdict;

        Rule(String line) {
            String[] f = line.split("\t");
            merchant = f[0];
            country = Integer.parseInt(f[1]);
            above = Long.parseLong(f[2]);
            verdict = f[3];
        }

        boolean hits(String m, int c, long cents) {
            return cents > above && (country == 0 || country == c) && m.contains(merchant);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Rule> rules = new ArrayList<>();

    public void reload(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        lock.lock();
        try {
            rules.clear();
            for (String line : lines) {
                rules.add(new Rule(line));
            }
        } finally {
            lock.unlock();
        }
    }

    public String check(String merchant, int country, long cents) {
        lock.lock();
        try {
            for (Rule rule : rules) {
                if (rule.hits(merchant, country, cents)) {
                    return rule.verdict;
                }
            }
            return "ok";
        } finally {
            lock.unlock();
        }
    }

    public static void main(String[] args) throws Exception {
        RuleTable table = new RuleTable();
        Path file = Path.of("rules.tsv");
        table.reload(file);
        new Timer(true).schedule(new TimerTask() {
            @Override
            public void run() {
                try {
                    table.reload(file);
                } catch (IOException e) {
                    e.printStackTrace();
                }
            }
        }, 60_000, 60_000);
        LongAdder refused = new LongAdder();
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < 1_000_000; i++) {
            String merchant = "merchant-" + i % 70_001 + ".example";
            workers.execute(() -> {
                long cents = ThreadLocalRandom.current().nextLong(1, 200_000);
                if (!table.check(merchant, 1 + merchant.length() % 30, cents).equals("ok")) {
                    refused.increment();
                }
            });
        }
        workers.shutdown();
    }
}
