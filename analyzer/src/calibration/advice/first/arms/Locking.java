package arms;

import bank.book.AccountBook;
import config.rules.RuleRegistry;
import ingest.queue.IngestPipeline;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import orders.store.OrderStatistics;
import solver.bridge.Model;
import solver.bridge.SolverService;
import stats.hits.HitStatistics;
import tariff.rates.TariffService;

/** Workloads held back by locks, funnels and shared state. */
final class Locking {
  static final class W05 extends Bench {
    static final String URL = "jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1";
    OrderStatistics statistics;
    List<Integer> groups = new ArrayList<>();

    @Override
    void init(String config) throws Exception {
      jobs = 200;
      Connection connection = DriverManager.getConnection(URL);
      try (var s = connection.createStatement()) {
        s.execute("CREATE TABLE orders(id INT PRIMARY KEY, customer INT, quantity INT, price INT)");
        s.execute(
            "INSERT INTO orders SELECT x, MOD(x, 2000), MOD(x, 7), MOD(x * 31, 1000)"
                + " FROM SYSTEM_RANGE(1, 60000)");
        s.execute("CREATE INDEX by_customer ON orders(customer)");
      }
      for (int i = 0; i < jobs; i++) {
        groups.add(i);
      }
      statistics = new OrderStatistics(connection);
      open.add(statistics);
    }

    @Override
    void arms() throws Exception {
      arm("asis", () -> statistics.revenues(groups).stream().mapToLong(Long::longValue).sum());
      Job asis = i -> statistics.revenue(groups.get(i));
      seq("seq", asis);
      threads("pool", CORES, asis);
      threads("t200", 200, asis);
      virtual("virtual", asis);
      stream("pstream", asis);
      BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(8);
      for (int i = 0; i < 8; i++) {
        idle.add(DriverManager.getConnection(URL));
      }
      Job pooled =
          i -> {
            Connection connection = idle.take();
            try {
              return OrderStatistics.query(connection, groups.get(i));
            } finally {
              idle.add(connection);
            }
          };
      threads("pool-of-instances+asis", 8, pooled);
      threads("pool-of-instances+pool", CORES, pooled);
      threads("pool-of-instances+t200", 200, pooled);
      virtual("pool-of-instances+virtual", pooled);
      stream("pool-of-instances+pstream", pooled);
      ThreadLocal<Connection> own =
          ThreadLocal.withInitial(
              () -> {
                try {
                  return DriverManager.getConnection(URL);
                } catch (java.sql.SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      threads("per-instance+asis", 8, i -> OrderStatistics.query(own.get(), groups.get(i)));
    }
  }

  static final class W21 extends Bench {
    SolverService service = new SolverService();
    List<Model> models = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(service);
      jobs = 32;
      Random random = new Random(21);
      for (int i = 0; i < jobs; i++) {
        int size = 110;
        double[] rows = random.doubles(size * (size + 1)).toArray();
        for (int r = 0; r < size; r++) {
          rows[r * (size + 1) + r] += size;
        }
        models.add(new Model(size, rows, 10));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> service.solveAll(models).stream().mapToLong(Arrays::hashCode).sum());
      Job solve = i -> Arrays.hashCode(SolverService.solve(models.get(i)));
      seq("seq", solve);
      cpu("", solve);
      procs("procs", models::get, o -> Arrays.hashCode((double[]) o));
    }

    @Override
    Serializable work(Object input) {
      return SolverService.solve((Model) input);
    }
  }

  static final class W22 extends Bench {
    TariffService service = new TariffService(0.02);
    List<Integer> customers = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(service);
      jobs = 200;
      for (int i = 0; i < jobs; i++) {
        customers.add(i * 7 % 60);
      }
    }

    static double premium(int customer) {
      return TariffService.premium(18 + customer % 60, 20_000 + customer % 1_000 * 100, 0.02);
    }

    @Override
    boolean same(long expected, long actual) {
      return Math.abs(expected - actual) < jobs;
    }

    @Override
    void arms() {
      arm("asis", () -> Math.round(service.quoteAll(customers)));
      Job asis = i -> Math.round(service.quote(customers.get(i)));
      seq("seq", asis);
      threads("pool", CORES, asis);
      threads("t200", 200, asis);
      virtual("virtual", asis);
      stream("pstream", asis);
      Map<Integer, Double> latest = new HashMap<>();
      Job narrow =
          i -> {
            double premium = premium(customers.get(i));
            synchronized (latest) {
              latest.put(customers.get(i), premium);
            }
            return Math.round(premium);
          };
      threads("narrow+asis", 4, narrow);
      cpu("narrow+", narrow);
      Map<Integer, Double> concurrent = new ConcurrentHashMap<>();
      threads(
          "concurrent-collection+asis",
          4,
          i -> {
            double premium = premium(customers.get(i));
            concurrent.put(customers.get(i), premium);
            return Math.round(premium);
          });
      procs("procs", customers::get, o -> Math.round((Double) o));
    }

    @Override
    Serializable work(Object input) {
      return service.quote((Integer) input);
    }
  }

  static final class W25 extends Bench {
    interface Rules {
      int match(int topic);

      void define(int topic, String rule);
    }

    RuleRegistry registry = new RuleRegistry();
    List<Integer> topics = new ArrayList<>();
    volatile Rules updated;

    static String rule(int key) {
      return "route/" + key * 31 % 97 + "/target-" + key;
    }

    static int best(NavigableMap<Integer, String> rules, int topic) {
      int best = -1;
      int bestScore = Integer.MIN_VALUE;
      for (Map.Entry<Integer, String> rule :
          rules.subMap(topic - 4_000, topic + 4_000).entrySet()) {
        int score = RuleRegistry.score(topic, rule.getKey(), rule.getValue());
        if (score > bestScore) {
          bestScore = score;
          best = rule.getKey();
        }
      }
      return best;
    }

    @Override
    void init(String config) {
      open.add(registry);
      jobs = 4_000;
      Random random = new Random(25);
      for (int i = 0; i < jobs; i++) {
        topics.add(random.nextInt(40_000));
      }
      for (int key = 0; key < 40_000; key += 80) {
        registry.define(key, rule(key));
      }
    }

    private void each(String name, Rules rules) {
      ExecutorService pool = pool(CORES);
      for (int key = 0; key < 40_000; key += 80) {
        rules.define(key, rule(key));
      }
      Job job = i -> rules.match(topics.get(i));
      if (name.startsWith("snapshot")) {
        virtual("snapshot+virtual", with(rules, job));
        stream("snapshot+pstream", with(rules, job));
      }
      chunks(name + "+asis", with(rules, job));
    }

    private Job with(Rules rules, Job job) {
      return i -> {
        if (i == 0) {
          updated = rules;
        }
        return job.run(i);
      };
    }

    @Override
    void arms() {
      Rules asis =
          new Rules() {
            @Override
            public int match(int topic) {
              return registry.match(topic);
            }

            @Override
            public void define(int topic, String rule) {
              registry.define(topic, rule);
            }
          };
      updated = asis;
      arm(
          "asis",
          () -> {
            updated = asis;
            return registry.routeAll(topics);
          });
      Job plain = with(asis, i -> registry.match(topics.get(i)));
      seq("seq", plain);
      threads("t200", 200, plain);
      virtual("virtual", plain);
      stream("pstream", plain);
      each(
          "read-write",
          new Rules() {
            final TreeMap<Integer, String> rules = new TreeMap<>();
            final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

            @Override
            public int match(int topic) {
              lock.readLock().lock();
              try {
                return best(rules, topic);
              } finally {
                lock.readLock().unlock();
              }
            }

            @Override
            public void define(int topic, String rule) {
              lock.writeLock().lock();
              try {
                rules.put(topic, rule);
              } finally {
                lock.writeLock().unlock();
              }
            }
          });
      each(
          "snapshot",
          new Rules() {
            volatile TreeMap<Integer, String> rules = new TreeMap<>();

            @Override
            public int match(int topic) {
              return best(rules, topic);
            }

            @Override
            public synchronized void define(int topic, String rule) {
              TreeMap<Integer, String> copy = new TreeMap<>(rules);
              copy.put(topic, rule);
              rules = copy;
            }
          });
      each(
          "concurrent-collection",
          new Rules() {
            final ConcurrentSkipListMap<Integer, String> rules = new ConcurrentSkipListMap<>();

            @Override
            public int match(int topic) {
              return best(rules, topic);
            }

            @Override
            public void define(int topic, String rule) {
              rules.put(topic, rule);
            }
          });
      Thread operator =
          new Thread(
              () -> {
                Random random = new Random(1);
                while (true) {
                  int key = random.nextInt(500) * 80;
                  updated.define(key, rule(key));
                  try {
                    Thread.sleep(2);
                  } catch (InterruptedException e) {
                    return;
                  }
                }
              });
      operator.setDaemon(true);
      operator.start();
    }
  }

  static final class W26 extends Bench {
    HitStatistics statistics = new HitStatistics();
    List<String> lines = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(statistics);
      jobs = 40_000;
      Random random = new Random(26);
      for (int i = 0; i < jobs; i++) {
        lines.add(
            "10.0.0."
                + i % 250
                + " GET /page/"
                + i % 999
                + " 200 "
                + (100 + random.nextInt(90_000)));
      }
    }

    private interface Counter {
      void record(int size);
    }

    private Job job(Counter counter) {
      return i -> {
        counter.record(HitStatistics.size(lines.get(i)));
        return 0;
      };
    }

    private void counted(String name, Runnable reset, java.util.function.LongSupplier result) {
      var batch = arms.get(name);
      arm(
          name,
          () -> {
            reset.run();
            batch.call();
            return result.getAsLong();
          });
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> {
            statistics.reset();
            statistics.countAll(lines);
            return statistics.hits() * 31 + statistics.bytes();
          });
      Runnable reset = statistics::reset;
      java.util.function.LongSupplier result = () -> statistics.hits() * 31 + statistics.bytes();
      Job plain =
          i -> {
            statistics.count(lines.get(i));
            return 0;
          };
      seq("seq", plain);
      counted("seq", reset, result);
      threads("t200", 200, plain);
      counted("t200", reset, result);
      if (VIRTUAL) {
        virtual("virtual", plain);
        counted("virtual", reset, result);
      }
      stream("pstream", plain);
      counted("pstream", reset, result);
      LongAdder hits = new LongAdder();
      LongAdder bytes = new LongAdder();
      Job adder =
          job(
              size -> {
                hits.increment();
                bytes.add(size);
              });
      Runnable zero =
          () -> {
            hits.reset();
            bytes.reset();
          };
      java.util.function.LongSupplier sums = () -> hits.sum() * 31 + bytes.sum();
      chunks("adder+asis", adder);
      counted("adder+asis", zero, sums);
      stream("adder+pstream", adder);
      counted("adder+pstream", zero, sums);
      AtomicLong atomicHits = new AtomicLong();
      AtomicLong atomicBytes = new AtomicLong();
      chunks(
          "atomic+asis",
          job(
              size -> {
                atomicHits.incrementAndGet();
                atomicBytes.addAndGet(size);
              }));
      counted(
          "atomic+asis",
          () -> {
            atomicHits.set(0);
            atomicBytes.set(0);
          },
          () -> atomicHits.get() * 31 + atomicBytes.get());
      Object hitLock = new Object();
      Object byteLock = new Object();
      long[] split = new long[32];
      chunks(
          "split+asis",
          job(
              size -> {
                synchronized (hitLock) {
                  split[0]++;
                }
                synchronized (byteLock) {
                  split[16] += size;
                }
              }));
      counted("split+asis", () -> Arrays.fill(split, 0), () -> split[0] * 31 + split[16]);
      chunks("confinement+asis", i -> 31 + HitStatistics.size(lines.get(i)));
      stream("confinement+pstream", i -> 31 + HitStatistics.size(lines.get(i)));
    }
  }

  static final class W27 extends Bench {
    AccountBook book;
    List<Integer> accounts = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 200;
      for (int i = 0; i < jobs; i++) {
        accounts.add(i * 37 % 1_000);
      }
      book = new AccountBook(1_000, 5_000);
      open.add(book);
    }

    private final class Striped {
      final double[] balances = new double[1_000];
      final Object[] locks;

      Striped(int stripes) {
        locks = new Object[stripes];
        Arrays.setAll(locks, i -> new Object());
        Arrays.setAll(balances, i -> 5_000 + i);
      }

      long accrue(int i) {
        int account = accounts.get(i);
        synchronized (locks[account % locks.length]) {
          double before = balances[account];
          balances[account] = AccountBook.compound(before);
          return balances[account] - before > 0 ? 1 : 0;
        }
      }
    }

    @Override
    void arms() {
      arm("asis", () -> book.accrueAll(accounts) > 0 ? (long) jobs : 0);
      Job asis = i -> book.accrue(accounts.get(i)) > 0 ? 1 : 0;
      seq("seq", asis);
      threads("t200", 200, asis);
      virtual("virtual", asis);
      stream("pstream", asis);
      Striped striped = new Striped(64);
      threads("stripe+asis", 4, striped::accrue);
      cpu("stripe+", striped::accrue);
      Striped each = new Striped(1_000);
      threads("per-instance+asis", 4, each::accrue);
    }
  }

  static final class W29 extends Bench {
    IngestPipeline pipeline = new IngestPipeline();
    List<String> records = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(pipeline);
      jobs = 800;
      Random random = new Random(29);
      for (int i = 0; i < jobs; i++) {
        StringBuilder record = new StringBuilder();
        for (int v = 0; v < 200; v++) {
          record.append(v == 0 ? "" : ",").append(random.nextInt(100_000) / 100.0);
        }
        records.add(record.toString());
      }
    }

    private void consumers(String name, int count) {
      BlockingQueue<String> queue = new ArrayBlockingQueue<>(256);
      AtomicLong total = new AtomicLong();
      CountDownLatch[] left = new CountDownLatch[1];
      for (int c = 0; c < count; c++) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      total.addAndGet(IngestPipeline.evaluate(queue.take()));
                      left[0].countDown();
                    }
                  } catch (InterruptedException e) {
                    // ends
                  }
                });
        thread.setDaemon(true);
        thread.start();
      }
      arm(
          name,
          () -> {
            total.set(0);
            left[0] = new CountDownLatch(jobs);
            for (String record : records) {
              queue.put(record);
            }
            left[0].await();
            return total.get();
          });
    }

    @Override
    void arms() {
      arm("asis", () -> pipeline.ingest(records));
      Job job = i -> IngestPipeline.evaluate(records.get(i));
      seq("seq", job);
      consumers("consumers", CORES);
      consumers("consumers200", 200);
      cpu("", job);
      procs("procs", records::get, o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return IngestPipeline.evaluate((String) input);
    }
  }
}
