package arms;

import archive.pack.BlockPacker;
import boot.check.StartupVerifier;
import exports.csv.Booking;
import exports.csv.StatementExporter;
import gallery.render.Picture;
import gallery.render.ThumbnailService;
import grid.field.FieldUpdater;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import keys.issue.ShareIssuer;
import ledger.seal.LedgerSealer;
import logs.triage.LogClassifier;
import mirror.manifest.ManifestBuilder;
import quotes.fx.Quote;
import quotes.fx.SpreadCalculator;
import rank.board.RankingService;
import report.build.Region;
import report.build.ReportBuilder;
import risk.model.LossSimulator;
import risk.model.Position;
import sensor.parity.FrameChecker;
import vault.auth.CredentialUpgrader;

/** Workloads that compute. */
final class Computing {
  static final class W04 extends Bench {
    ManifestBuilder builder;
    Path root;
    List<String> names;

    @Override
    String boot() throws Exception {
      Path folder = Waiting.temp("mirror");
      Random random = new Random(4);
      for (String name : Waiting.names("file", 400)) {
        byte[] content = new byte[8_000 + random.nextInt(16_000)];
        random.nextBytes(content);
        Files.write(folder.resolve(name), content);
      }
      return folder.toString();
    }

    @Override
    void init(String config) {
      jobs = 400;
      root = Path.of(config);
      names = Waiting.names("file", jobs);
      builder = new ManifestBuilder(root);
    }

    @Override
    void arms() {
      arm("asis", () -> builder.build(names).values().stream().mapToLong(String::hashCode).sum());
      ThreadLocal<ManifestBuilder> own = ThreadLocal.withInitial(() -> new ManifestBuilder(root));
      cpu("per-instance+", i -> own.get().sum(names.get(i)).hashCode());
      procs("procs", names::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return builder.sum((String) input);
    }
  }

  static final class W09 extends Bench {
    LossSimulator simulator;
    List<Position> positions = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 48;
      for (int i = 0; i < jobs; i++) {
        positions.add(new Position(1_000 + i, 0.03, 0.15 + i % 5 * 0.02, 20 + i % 10));
      }
      simulator = new LossSimulator(System.nanoTime());
    }

    static long digest(double risk) {
      return Math.round(risk * 10);
    }

    @Override
    boolean same(long expected, long actual) {
      return Math.abs(expected - actual) < expected * 0.05;
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> Arrays.stream(simulator.valuesAtRisk(positions)).mapToLong(W09::digest).sum());
      Job shared = i -> digest(simulator.valueAtRisk(positions.get(i)));
      threads("pool", CORES, shared);
      threads("t200", 200, shared);
      virtual("virtual", shared);
      stream("pstream", shared);
      Job own = i -> digest(new LossSimulator(i).valueAtRisk(positions.get(i)));
      seq("confinement+seq", own);
      threads("confinement+pool", CORES, own);
      threads("confinement+t200", 200, own);
      virtual("confinement+virtual", own);
      stream("confinement+pstream", own);
      procs("procs", positions::get, o -> digest((Double) o));
    }

    @Override
    Serializable work(Object input) {
      return simulator.valueAtRisk((Position) input);
    }
  }

  static final class W10 extends Bench {
    LogClassifier classifier = new LogClassifier();
    List<String> lines = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 4_000;
      Random random = new Random(10);
      for (int i = 0; i < jobs; i++) {
        String head = "2024-03-0" + i % 9 + " INFO [worker-" + i % 16 + "] ";
        lines.add(
            switch (random.nextInt(6)) {
              case 0 -> head + "call to inventory timed out after " + random.nextInt(900) + " ms";
              case 1 -> head + "user 'anna." + i + "' logged in from host" + random.nextInt(99);
              case 2 ->
                  head + "payment of " + random.nextInt(500) + ".99 EUR accepted for order " + i;
              case 3 ->
                  "    at com.shop.order.Service.place(Service.java:" + random.nextInt(500) + ")";
              case 4 -> head + "connection from 10.0." + random.nextInt(255) + ".7:443 refused";
              default ->
                  head
                      + "cache of segment "
                      + i
                      + " rebuilt in a jiffy, entries "
                      + random.nextInt();
            });
      }
    }

    @Override
    void arms() {
      arm("asis", () -> classifier.classify(lines).stream().mapToLong(String::hashCode).sum());
      ThreadLocal<LogClassifier> own = ThreadLocal.withInitial(LogClassifier::new);
      cpu("per-instance+", i -> own.get().category(lines.get(i)).hashCode());
      procs("procs", lines::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return classifier.category((String) input);
    }
  }

  static final class W11 extends Bench {
    CredentialUpgrader upgrader = new CredentialUpgrader(3_000, "sixteen letters!".getBytes());
    List<String> passwords;

    @Override
    void init(String config) {
      jobs = 48;
      passwords = Waiting.names("secret word ", jobs);
    }

    @Override
    void arms() {
      arm("asis", () -> upgrader.upgradeAll(passwords).stream().mapToLong(String::hashCode).sum());
      cpu("", i -> upgrader.upgrade(passwords.get(i)).hashCode());
      procs("procs", passwords::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return upgrader.upgrade((String) input);
    }
  }

  static final class W12 extends Bench {
    BlockPacker packer = new BlockPacker();
    List<byte[]> blocks = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 80;
      Random random = new Random(12);
      for (int i = 0; i < jobs; i++) {
        byte[] block = new byte[32_768];
        for (int j = 0; j < block.length; j++) {
          block[j] =
              (byte)
                  ("etaoin shrdlu".charAt(random.nextInt(13))
                      + (j % 97 == 0 ? random.nextInt(9) : 0));
        }
        blocks.add(block);
      }
    }

    @Override
    void arms() {
      arm("asis", () -> packer.packAll(blocks).stream().mapToLong(Arrays::hashCode).sum());
      ThreadLocal<BlockPacker> own = ThreadLocal.withInitial(BlockPacker::new);
      Job job = i -> Arrays.hashCode(own.get().pack(blocks.get(i)));
      threads("per-instance+pool", CORES, job);
      chunks("per-instance+pool-chunk", job);
      threads("per-instance+t200", 200, job);
      virtual(
          "per-instance+virtual",
          i -> {
            try (BlockPacker mine = new BlockPacker()) {
              return Arrays.hashCode(mine.pack(blocks.get(i)));
            }
          });
      stream("per-instance+pstream", job);
      procs("procs", blocks::get, o -> Arrays.hashCode((byte[]) o));
    }

    @Override
    Serializable work(Object input) {
      return packer.pack((byte[]) input);
    }
  }

  static final class W13 extends Bench {
    ThumbnailService service = new ThumbnailService(4, 0.8);
    List<Picture> pictures = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 48;
      Random random = new Random(13);
      for (int i = 0; i < jobs; i++) {
        pictures.add(new Picture(640, 480, random.ints(640 * 480).toArray()));
      }
    }

    @Override
    void arms() {
      arm(
          "asis",
          () ->
              service.renderAll(pictures).stream()
                  .mapToLong(p -> Arrays.hashCode(p.pixels()))
                  .sum());
      cpu("", i -> Arrays.hashCode(service.render(pictures.get(i)).pixels()));
      procs("procs", pictures::get, o -> Arrays.hashCode(((Picture) o).pixels()));
    }

    @Override
    Serializable work(Object input) {
      return service.render((Picture) input);
    }
  }

  static final class W15 extends Bench {
    ShareIssuer issuer = new ShareIssuer();

    @Override
    void init(String config) {
      jobs = 4;
    }

    @Override
    void arms() {
      arm("asis", () -> issuer.issue(5).stream().mapToLong(BigInteger::hashCode).sum());
      Job job = i -> issuer.share(5, i).hashCode();
      threads("pool", CORES, job);
      threads("t200", 200, job);
      virtual("virtual", job);
      stream("pstream", job);
      procs("procs", i -> i, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return issuer.share(5, (Integer) input);
    }
  }

  static final class W16 extends Bench {
    LedgerSealer sealer = new LedgerSealer();
    List<String> lines;

    @Override
    void init(String config) {
      jobs = 100;
      lines = Waiting.names("2024-05-01;transfer;1200.00;account ", jobs);
    }

    private long chained(ExecutorService executor) {
      CompletableFuture<byte[]> previous = CompletableFuture.completedFuture(new byte[32]);
      List<CompletableFuture<byte[]>> all = new ArrayList<>();
      for (String line : lines) {
        previous =
            previous.thenApplyAsync(
                seal -> {
                  try {
                    return LedgerSealer.next(seal, line);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                executor);
        all.add(previous);
      }
      long sum = 0;
      for (CompletableFuture<byte[]> seal : all) {
        sum += java.util.HexFormat.of().formatHex(seal.join()).hashCode();
      }
      return sum;
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> {
            sealer.restart();
            return sealer.seal(lines).stream().mapToLong(String::hashCode).sum();
          });
      arm("pool", () -> chained(pool(CORES)));
      if (VIRTUAL) {
        ExecutorService executor = newVirtual();
        arm("virtual", () -> chained(executor));
      }
      jobsOfWorker = new ArrayList<>(lines);
      arm(
          "procs",
          () -> {
            int all = jobs;
            jobs = 1;
            try {
              return single.call();
            } finally {
              jobs = all;
            }
          });
    }

    private ArrayList<String> jobsOfWorker;
    private final java.util.concurrent.Callable<Long> single = singleProcess();

    /** The whole chain in one worker process. */
    private java.util.concurrent.Callable<Long> singleProcess() {
      procs("procs", i -> jobsOfWorker, o -> (Long) o);
      return arms.remove("procs");
    }

    @Override
    Serializable work(Object input) throws Exception {
      sealer.restart();
      @SuppressWarnings("unchecked")
      List<String> batch = (List<String>) input;
      return sealer.seal(batch).stream().mapToLong(String::hashCode).sum();
    }
  }

  static final class W17 extends Bench {
    RankingService service = new RankingService();
    List<int[]> boards = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(service);
      jobs = 200;
      Random random = new Random(17);
      for (int i = 0; i < jobs; i++) {
        boards.add(random.ints(3_000).toArray());
      }
    }

    @Override
    void arms() {
      arm("asis", () -> service.rankAll(boards).stream().mapToLong(Arrays::hashCode).sum());
      Job rank = i -> Arrays.hashCode(RankingService.rank(boards.get(i)));
      seq("seq", rank);
      threads("pool", CORES, rank);
      threads("t200", 200, rank);
      virtual("virtual", rank);
      stream("pstream", rank);
      procs("procs", boards::get, o -> Arrays.hashCode((int[]) o));
    }

    @Override
    Serializable work(Object input) {
      return RankingService.rank((int[]) input);
    }
  }

  static final class W18 extends Bench {
    SpreadCalculator calculator = new SpreadCalculator();
    List<Quote> quotes = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 400;
      Random random = new Random(18);
      for (int i = 0; i < jobs; i++) {
        double[] bids = random.doubles(800, 1, 1.1).toArray();
        double[] asks = Arrays.stream(bids).map(b -> b + 0.001).toArray();
        quotes.add(new Quote("P" + i, bids, asks));
      }
    }

    @Override
    void arms() {
      arm(
          "asis",
          () ->
              Arrays.stream(calculator.calculate(quotes))
                  .mapToLong(Double::doubleToLongBits)
                  .sum());
      Job spread = i -> Double.doubleToLongBits(SpreadCalculator.spread(quotes.get(i)));
      seq("seq", spread);
      cpu("", spread);
      procs("procs", quotes::get, o -> Double.doubleToLongBits((Double) o));
    }

    @Override
    Serializable work(Object input) {
      return SpreadCalculator.spread((Quote) input);
    }
  }

  static final class W20 extends Bench {
    static final int SECTIONS = 6;
    ReportBuilder builder = new ReportBuilder();
    List<Region> regions = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(builder);
      jobs = 40;
      Random random = new Random(20);
      for (int i = 0; i < jobs; i++) {
        List<double[]> sections = new ArrayList<>();
        for (int s = 0; s < SECTIONS; s++) {
          sections.add(random.doubles(365).toArray());
        }
        regions.add(new Region("Region " + i, sections));
      }
    }

    private static String join(Region region, List<String> sections) {
      StringBuilder text = new StringBuilder(region.name()).append('\n');
      sections.forEach(s -> text.append(s).append('\n'));
      return text.toString();
    }

    static String whole(Region region) {
      List<String> sections = new ArrayList<>();
      region.sections().forEach(s -> sections.add(ReportBuilder.section(s)));
      return join(region, sections);
    }

    /** All sections of all regions submitted first, then collected. */
    private long flat(ExecutorService executor) throws Exception {
      List<List<java.util.concurrent.Future<String>>> all = new ArrayList<>();
      for (Region region : regions) {
        List<java.util.concurrent.Future<String>> futures = new ArrayList<>();
        for (double[] section : region.sections()) {
          futures.add(executor.submit(() -> ReportBuilder.section(section)));
        }
        all.add(futures);
      }
      long sum = 0;
      for (int i = 0; i < all.size(); i++) {
        List<String> sections = new ArrayList<>();
        for (var f : all.get(i)) {
          sections.add(f.get());
        }
        sum += join(regions.get(i), sections).hashCode();
      }
      return sum;
    }

    @Override
    void arms() {
      arm("asis", () -> builder.build(regions).stream().mapToLong(String::hashCode).sum());
      seq("seq", i -> whole(regions.get(i)).hashCode());
      threads("pool", CORES, i -> whole(regions.get(i)).hashCode());
      arm("pool-flat", () -> flat(pool(CORES)));
      arm("t200", () -> flat(pool(200)));
      if (VIRTUAL) {
        ExecutorService executor = newVirtual();
        arm("virtual", () -> flat(executor));
      }
      stream(
          "pstream",
          i ->
              join(
                      regions.get(i),
                      regions.get(i).sections().parallelStream()
                          .map(ReportBuilder::section)
                          .toList())
                  .hashCode());
      procs(
          "procs",
          i -> new Region(regions.get(i).name(), new ArrayList<>(regions.get(i).sections())),
          Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return whole((Region) input);
    }
  }

  static final class W31 extends Bench {
    FrameChecker checker = new FrameChecker();
    List<int[]> frames = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(checker);
      jobs = 10_000;
      Random random = new Random(31);
      for (int i = 0; i < jobs; i++) {
        frames.add(random.ints(64).toArray());
      }
    }

    @Override
    void arms() {
      arm("asis", () -> (long) checker.odd(frames));
      Job parity = i -> FrameChecker.parity(frames.get(i));
      seq("seq", parity);
      chunks("pool-chunk", parity);
      threads("t200", 200, parity);
      virtual("virtual", parity);
      stream("pstream", parity);
      procs("procs", frames::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) {
      return FrameChecker.parity((int[]) input);
    }
  }

  static final class W32 extends Bench {
    FieldUpdater updater;

    @Override
    String boot() {
      return "main";
    }

    @Override
    void init(String config) {
      jobs = 192;
      updater =
          new FieldUpdater(System.getProperty("arms.worker") == null && main() ? jobs : 1, 0.1);
    }

    private static boolean main() {
      return !System.getProperty("sun.java.command", "").startsWith("arms.Worker");
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> {
            updater.step();
            return (long) updater.sample(77_777);
          });
      Job job =
          i -> {
            updater.update(i);
            return i == 1 ? (long) updater.sample(77_777) : 0;
          };
      cpu("", job);
      double[][] row = new double[2][FieldUpdater.ROW];
      for (int i = 0; i < FieldUpdater.ROW; i++) {
        row[0][i] = (FieldUpdater.ROW + i) % 1_000;
        row[1][i] = (FieldUpdater.ROW + i) % 77;
      }
      double[] next = new double[FieldUpdater.ROW];
      int[] seen = new int[1];
      procs(
          "procs",
          i -> row,
          o -> {
            synchronized (next) {
              System.arraycopy((double[]) o, 0, next, 0, next.length);
              return seen[0]++ % jobs == 0 ? (long) next[77_777 - FieldUpdater.ROW] : 0;
            }
          });
    }

    @Override
    Serializable work(Object input) {
      double[][] rows = (double[][]) input;
      double[] next = new double[rows[0].length];
      for (int i = 0; i < next.length; i++) {
        next[i] = rows[0][i] + 0.1 * rows[1][i];
      }
      return next;
    }
  }

  static final class W33 extends Bench {
    StatementExporter exporter = new StatementExporter();
    List<Booking> bookings = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 5_000;
      Random random = new Random(33);
      for (int i = 0; i < jobs; i++) {
        bookings.add(
            new Booking(
                1_500_000_000_000L + random.nextInt() * 100L,
                random.nextInt(1_000_000),
                "Invoice \"" + i + "\" paid"));
      }
    }

    static java.text.SimpleDateFormat format() {
      var format = new java.text.SimpleDateFormat("yyyy-MM-dd HH:mm:ss.SSS", java.util.Locale.ROOT);
      format.setTimeZone(java.util.TimeZone.getTimeZone("UTC"));
      return format;
    }

    @Override
    void arms() {
      arm("asis", () -> exporter.export(bookings).stream().mapToLong(String::hashCode).sum());
      ThreadLocal<java.text.SimpleDateFormat> own = ThreadLocal.withInitial(W33::format);
      cpu(
          "per-instance+",
          i -> {
            Booking b = bookings.get(i);
            return StatementExporter.line(own.get().format(new java.util.Date(b.epochMillis())), b)
                .hashCode();
          });
      procs("procs", bookings::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return exporter.line((Booking) input);
    }
  }

  static final class W34 extends Bench {
    StartupVerifier verifier = new StartupVerifier();
    int[] sizes = {64, 128, 256};

    @Override
    void init(String config) {
      jobs = 3;
    }

    @Override
    void arms() {
      arm("asis", () -> (long) verifier.verify().size());
      Job job = i -> verifier.check(sizes[i]) == null ? 0 : 1;
      threads("pool", CORES, job);
      threads("t200", 200, job);
      virtual("virtual", job);
      stream("pstream", job);
      procs("procs", i -> sizes[i], o -> ((String) o).isEmpty() ? 0 : 1);
    }

    @Override
    Serializable work(Object input) {
      String fault = verifier.check((Integer) input);
      return fault == null ? "" : fault;
    }
  }
}
