package arms;

import budget.totals.Amounts;
import budget.totals.BudgetTotals;
import cards.check.CardImport;
import cells.life.Colony;
import cells.life.Rule;
import crm.dedupe.Customer;
import crm.dedupe.DuplicateFinder;
import film.restore.ContrastFilter;
import film.restore.Frame;
import film.restore.MedianFilter;
import film.restore.ReelRestorer;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import nav.track.Fix;
import nav.track.TrackFilter;
import notary.seal.SealOffice;
import options.desk.BinomialPricer;
import options.desk.Contract;
import options.desk.PortfolioValuation;
import press.archive.ClippingArchive;
import telemetry.export.Reading;
import telemetry.export.Report;
import telemetry.export.ReportExporter;
import warehouse.column.RevenueQuery;
import warehouse.column.SalesColumns;

/** Workloads that compute. */
final class Computing {
  static final class W12 extends Bench {
    PortfolioValuation valuation = new PortfolioValuation(new BinomialPricer(200, 0.03));
    List<Contract> book = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 60;
      for (int i = 0; i < jobs; i++) {
        book.add(new Contract(90 + i % 20, 100, 0.15 + i % 7 * 0.03, 0.5 + i % 4, i % 2 == 0));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> valuation.value(book));
      cpu("", i -> valuation.cents(book.get(i)));
      procs("procs", book::get, o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return valuation.cents((Contract) input);
    }
  }

  static final class W13 extends Bench {
    ReelRestorer restorer = new ReelRestorer(new MedianFilter(), new ContrastFilter(1.3));
    Frame[] reel;

    @Override
    void init(String config) {
      jobs = 24;
      reel = new Frame[jobs];
      Random random = new Random(13);
      for (int i = 0; i < jobs; i++) {
        byte[] grey = new byte[160 * 120];
        random.nextBytes(grey);
        reel[i] = new Frame(160, 120, grey);
      }
    }

    @Override
    void arms() {
      arm(
          "asis",
          () ->
              Arrays.stream(restorer.restore(reel)).mapToLong(f -> Arrays.hashCode(f.grey)).sum());
      cpu("", i -> Arrays.hashCode(restorer.clean(reel[i]).grey));
      procs("procs", i -> reel[i], o -> Arrays.hashCode(((Frame) o).grey));
    }

    @Override
    Serializable work(Object input) {
      return restorer.clean((Frame) input);
    }
  }

  static final class W15 extends Bench {
    DuplicateFinder finder = new DuplicateFinder();
    List<Customer> customers = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 160;
      Random random = new Random(15);
      String[] first = {
        "Anna", "Anne", "Johann", "Johanna", "Peter", "Petra", "Margarethe", "Wolfgang"
      };
      String[] last = {
        "Schneider", "Schneyder", "Mueller", "Moeller", "Hoffmann", "Hofmann", "Lindenberger"
      };
      for (int i = 0; i < jobs; i++) {
        customers.add(
            new Customer(
                i,
                first[random.nextInt(8)] + " " + last[random.nextInt(7)],
                last[random.nextInt(7)] + "strasse am Markt " + random.nextInt(40)));
      }
    }

    private static long digest(List<int[]> pairs) {
      return pairs.stream().mapToLong(p -> p[0] * 1_000L + p[1]).sum();
    }

    @Override
    void arms() {
      arm("asis", () -> digest(finder.find(customers)));
      cpu("", i -> digest(finder.duplicatesOf(i, customers)));
      procs("procs", i -> i, o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return digest(finder.duplicatesOf((Integer) input, customers));
    }
  }

  static final class W16 extends Bench {
    SealOffice office;
    List<byte[]> documents = new ArrayList<>();

    @Override
    String boot() throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    }

    @Override
    void init(String config) throws Exception {
      jobs = 64;
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(config)));
      for (int i = 0; i < jobs; i++) {
        documents.add(
            ("deed " + i + " of the land register").repeat(10).getBytes(StandardCharsets.UTF_8));
      }
      office = new SealOffice(key);
      open.add(office);
    }

    @Override
    void arms() {
      arm("asis", () -> office.sealAll(documents).stream().mapToLong(Arrays::hashCode).sum());
      Job seal = i -> Arrays.hashCode(office.seal(documents.get(i)));
      seq("seq", seal);
      cpu("", seal);
      procs("procs", documents::get, o -> Arrays.hashCode((byte[]) o));
    }

    @Override
    Serializable work(Object input) {
      return office.seal((byte[]) input);
    }
  }

  static final class W17 extends Bench {
    ClippingArchive archive = new ClippingArchive();
    List<String> clippings = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 60;
      Random random = new Random(17);
      String[] words =
          "the mayor said on monday that new bridge over river will open next year after delay"
              .split(" ");
      for (int i = 0; i < jobs; i++) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 16_000) {
          text.append(words[random.nextInt(words.length)]).append(' ');
        }
        clippings.add(text.toString());
      }
    }

    @Override
    void arms() {
      arm("asis", () -> archive.pack(clippings).stream().mapToLong(b -> b.length).sum());
      Job pack = i -> archive.packOne(clippings.get(i)).length;
      seq("seq", pack);
      threads("pool", CORES, pack);
      chunks("pool-chunk", pack);
      threads("t200", 200, pack);
      virtual("virtual", pack);
      procs("procs", clippings::get, o -> ((byte[]) o).length);
    }

    @Override
    Serializable work(Object input) {
      return archive.packOne((String) input);
    }
  }

  static final class W18 extends Bench {
    ReportExporter exporter = new ReportExporter(1 << 20);
    List<Report> reports = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 150;
      for (int i = 0; i < jobs; i++) {
        Map<String, String> tags = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        for (int r = 0; r < 50; r++) {
          tags.put("tag" + r % 9, "value " + i * r);
          readings.add(
              new Reading("sensor-" + r, 1_700_000_000_000L + r, i * 0.37 + r / 7.0, "kWh"));
        }
        reports.add(new Report("site " + i, tags, readings));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> exporter.export(reports).stream().mapToLong(Arrays::hashCode).sum());
      cpu("", i -> Arrays.hashCode(exporter.message(reports.get(i))));
      procs("procs", reports::get, o -> Arrays.hashCode((byte[]) o));
    }

    @Override
    Serializable work(Object input) throws Exception {
      return exporter.message((Report) input);
    }
  }

  static final class W19 extends Bench {
    ArrayList<Fix> fixes = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 400;
      Random random = new Random(19);
      for (int i = 0; i < jobs; i++) {
        fixes.add(
            new Fix(
                i * 3 + random.nextGaussian(),
                i * 2 + random.nextGaussian(),
                1 + random.nextDouble()));
      }
    }

    static long smooth(List<Fix> fixes) {
      return Math.round(new TrackFilter(0.01).smooth(fixes) * 1_000);
    }

    private void chained(String name, ExecutorService executor) {
      arm(
          name,
          () -> {
            TrackFilter filter = new TrackFilter(0.01);
            CompletableFuture<Double> sum = CompletableFuture.completedFuture(0.0);
            for (Fix fix : fixes) {
              sum = sum.thenApplyAsync(s -> s + filter.next(fix), executor);
            }
            return Math.round(sum.join() * 1_000);
          });
    }

    @Override
    void arms() {
      arm("asis", () -> smooth(fixes));
      chained("pool", pool(CORES));
      if (VIRTUAL) {
        chained("virtual", newVirtual());
      }
      whole("procs", i -> fixes, o -> (Long) o);
    }

    @Override
    @SuppressWarnings("unchecked")
    Serializable work(Object input) {
      return smooth((List<Fix>) input);
    }
  }

  static final class W20 extends Bench {
    static final int SIZE = 600;
    static final int GENERATIONS = 4;
    Colony colony = new Colony(SIZE, Rule.CONWAY);
    boolean[][] seed = new boolean[SIZE][SIZE];

    @Override
    void init(String config) {
      jobs = SIZE * GENERATIONS;
      Random random = new Random(20);
      for (boolean[] row : seed) {
        for (int x = 0; x < SIZE; x++) {
          row[x] = random.nextInt(3) == 0;
        }
      }
    }

    interface Rows {
      void all(Job row) throws Exception;
    }

    private void grow(String name, Rows rows) {
      arm(
          name,
          () -> {
            colony.replace(seed);
            for (int g = 0; g < GENERATIONS; g++) {
              boolean[][] next = new boolean[SIZE][];
              rows.all(
                  y -> {
                    next[y] = colony.row(y);
                    return 0;
                  });
              colony.replace(next);
            }
            return (long) colony.population();
          });
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> {
            colony.replace(seed);
            colony.grow(GENERATIONS);
            return (long) colony.population();
          });
      grow("pool", row -> submitAll(pool(CORES), SIZE, row));
      grow("pool-chunk", row -> submitSlices(pool(CORES), SIZE, row));
      grow("t200", row -> submitAll(pool(200), SIZE, row));
      if (VIRTUAL) {
        ExecutorService virtual = newVirtual();
        grow("virtual", row -> submitAll(virtual, SIZE, row));
      }
      grow(
          "pstream",
          row ->
              IntStream.range(0, SIZE)
                  .parallel()
                  .forEach(
                      y -> {
                        try {
                          row.run(y);
                        } catch (Exception e) {
                          throw new IllegalStateException(e);
                        }
                      }));
    }
  }

  static final class W27 extends Bench {
    CardImport imports = new CardImport();
    List<String> page = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 200;
      Random random = new Random(27);
      for (int i = 0; i < jobs; i++) {
        page.add("4" + (100_000_000_000_000L + (random.nextLong() & 0xFFFFFFFFFFL)));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> (long) imports.invalid(page));
      Job valid = i -> imports.valid(page.get(i)) ? 0 : 1;
      cpu("", valid);
      procs("procs", page::get, o -> (Boolean) o ? 0 : 1);
    }

    @Override
    Serializable work(Object input) {
      return imports.valid((String) input);
    }
  }

  static final class W31 extends Bench {
    BudgetTotals totals = new BudgetTotals();
    String[] amounts;

    @Override
    void init(String config) {
      jobs = 20_000;
      Random random = new Random(31);
      amounts = new String[jobs];
      Arrays.setAll(amounts, i -> random.nextInt(90_000) + "." + (10 + random.nextInt(89)));
    }

    @Override
    void arms() {
      arm("asis", () -> totals.total(amounts));
      Job cents = i -> Amounts.cents(amounts[i]);
      seq("seq", cents);
      cpu("", cents);
      procs("procs", i -> amounts[i], o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return Amounts.cents((String) input);
    }
  }

  static final class W32 extends Bench {
    static final int ROWS = 65_536;
    RevenueQuery query = new RevenueQuery();
    List<SalesColumns> segments = new ArrayList<>();

    @Override
    String boot() {
      return "main";
    }

    @Override
    void init(String config) {
      jobs = 64;
      if (!config.equals("main") || !segments.isEmpty()) {
        return;
      }
      Random random = new Random(32);
      for (int s = 0; s < jobs; s++) {
        segments.add(
            new SalesColumns(
                random.longs(ROWS, 1, 20).toArray(),
                random.longs(ROWS, 100, 10_000).toArray(),
                random.longs(ROWS, 0, 90).toArray()));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> query.run(segments));
      cpu("", i -> query.revenue(segments.get(i)));
      config = "worker";
      procs("procs", segments::get, o -> (Long) o);
    }

    @Override
    Serializable work(Object input) {
      return query.revenue((SalesColumns) input);
    }
  }
}
