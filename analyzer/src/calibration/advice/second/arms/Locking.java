package arms;

import arena.board.Leaderboard;
import arena.board.Score;
import arena.board.SeasonReplay;
import fonts.metrics.GlyphCache;
import fonts.metrics.Rasterizer;
import fonts.metrics.TextMeasurer;
import java.io.Serializable;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import kitchen.nutrition.Dish;
import kitchen.nutrition.MenuPlanner;
import kitchen.nutrition.NutritionCache;
import labels.barcode.LabelService;
import library.loans.LateFeeReport;
import library.loans.LoanQueries;
import people.directory.DirectoryPrinter;
import people.directory.NameOrder;
import people.directory.Town;
import radio.terrain.HeightMap;
import radio.terrain.Link;
import radio.terrain.LinkPlanner;
import subtitles.translate.RuleTranslator;
import subtitles.translate.SubtitleService;
import subtitles.translate.Translator;
import typeset.book.Chapter;
import typeset.book.Typesetter;
import vouchers.code.Campaign;
import vouchers.code.VoucherPress;

/** Workloads held back by locks, funnels and shared state. */
final class Locking {
  static final class W08 extends Bench {
    static final String URL = "jdbc:h2:mem:loans;DB_CLOSE_DELAY=-1";
    LateFeeReport report;

    private LateFeeReport connect() {
      try {
        LoanQueries queries = new LoanQueries(DriverManager.getConnection(URL));
        synchronized (open) {
          open.add(queries);
        }
        return new LateFeeReport(queries);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void init(String config) throws Exception {
      jobs = 100;
      try (var c = DriverManager.getConnection(URL);
          var s = c.createStatement()) {
        s.execute("CREATE TABLE loans(id INT PRIMARY KEY, branch INT, days INT)");
        s.execute(
            "INSERT INTO loans SELECT x, MOD(x, 100), MOD(x * 37, 90) FROM SYSTEM_RANGE(1, 40000)");
        s.execute("CREATE INDEX by_branch ON loans(branch)");
      }
      report = connect();
    }

    @Override
    void arms() {
      arm("asis", () -> report.fees(jobs).stream().mapToLong(Long::longValue).sum());
      ThreadLocal<LateFeeReport> own = ThreadLocal.withInitial(this::connect);
      Job each = i -> own.get().fee(i);
      threads("per-instance+pool", CORES, each);
      chunks("per-instance+pool-chunk", each);
      threads("per-instance+t200", 200, each);
      stream("per-instance+pstream", each);
      BlockingQueue<LateFeeReport> idle = new ArrayBlockingQueue<>(8);
      for (int i = 0; i < 8; i++) {
        idle.add(connect());
      }
      Job pooled =
          i -> {
            LateFeeReport taken = idle.take();
            try {
              return taken.fee(i);
            } finally {
              idle.add(taken);
            }
          };
      threads("pool-of-instances+t8", 8, pooled);
      virtual("pool-of-instances+virtual", pooled);
    }
  }

  static final class W11 extends Bench {
    Typesetter typesetter = new Typesetter(66);
    List<String> paragraphs = new ArrayList<>();
    Chapter chapter;

    @Override
    void init(String config) {
      open.add(typesetter::close);
      jobs = 64;
      Random random = new Random(11);
      for (int i = 0; i < jobs; i++) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 120; w++) {
          text.append("whilomnaturallightmoon", 0, 1 + random.nextInt(11)).append(' ');
        }
        paragraphs.add(text.toString().trim());
      }
      chapter = new Chapter("One", paragraphs);
    }

    @Override
    void arms() {
      arm("asis", () -> (long) typesetter.lines(chapter));
      Job set = i -> typesetter.set(paragraphs.get(i));
      seq("seq", set);
      cpu("", set);
      procs("procs", paragraphs::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) {
      return typesetter.set((String) input);
    }
  }

  static final class W14 extends Bench {
    DirectoryPrinter printer = new DirectoryPrinter();
    List<Town> towns = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(printer::dispose);
      jobs = 40;
      Random random = new Random(14);
      String[] parts = {
        "Ä", "Ob", "Mül", "ler", "Öst", "Zau", "ner", "bach", "Ul", "rich", "ßen", "hof", "él"
      };
      for (int i = 0; i < jobs; i++) {
        String[] names = new String[150];
        Arrays.setAll(
            names,
            n ->
                parts[random.nextInt(13)]
                    + parts[random.nextInt(13)]
                    + ", "
                    + parts[random.nextInt(13)]
                    + parts[random.nextInt(13)]
                    + random.nextInt(100));
        towns.add(new Town("Town " + i, names));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> printer.print(towns).stream().mapToLong(String::hashCode).sum());
      Job page = i -> printer.page(towns.get(i)).hashCode();
      seq("seq", page);
      threads("t200", 200, page);
      virtual("virtual", page);
      stream("pstream", page);
      ThreadLocal<DirectoryPrinter> own =
          ThreadLocal.withInitial(() -> new DirectoryPrinter(new NameOrder(Locale.GERMANY)));
      Job each = i -> own.get().page(towns.get(i)).hashCode();
      threads("per-instance+asis", CORES, each);
      chunks("per-instance+pool-chunk", each);
      threads("per-instance+t200", 200, each);
      virtual("per-instance+virtual", each);
      stream("per-instance+pstream", each);
      procs("procs", towns::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return printer.page((Town) input);
    }
  }

  static final class W21 extends Bench {
    static final Campaign CAMPAIGN = new Campaign("spring", 0x5EEDL, 1_000_000);
    VoucherPress press = new VoucherPress();

    @Override
    void init(String config) {
      open.add(press);
      jobs = 100;
    }

    static String encode(long serial, long secret, long[] state, char[] text) {
      for (int i = 0; i < state.length; i++) {
        state[i] = serial * 0x9E3779B97F4A7C15L + secret * (i + 1);
      }
      for (int round = 0; round < 30_000; round++) {
        int at = round & 7;
        long mixed = state[at] ^ Long.rotateLeft(state[(at + 3) & 7], 17);
        state[at] = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L + round;
      }
      long high = state[0] ^ state[5];
      long low = state[2] ^ state[7];
      for (int i = 0; i < text.length; i++) {
        text[i] =
            "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
                .charAt((int) ((i < 8 ? high >>> 5 * i : low >>> 5 * (i - 8)) & 31));
      }
      return new String(text);
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> Arrays.stream(press.print(CAMPAIGN, jobs)).mapToLong(String::hashCode).sum());
      Job code = i -> press.code(CAMPAIGN, i).hashCode();
      seq("seq", code);
      threads("t200", 200, code);
      virtual("virtual", code);
      stream("pstream", code);
      Job own = i -> encode(1_000_000 + i, 0x5EEDL, new long[8], new char[16]).hashCode();
      threads("confinement+asis", 4, own);
      cpu("confinement+", own);
      procs("procs", i -> i, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return press.code(CAMPAIGN, (Integer) input);
    }
  }

  static final class W22 extends Bench {
    Map<String, String> phrases = new HashMap<>();
    SubtitleService service;
    List<String> lines = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 100;
      Random random = new Random(22);
      String[] words =
          "good day night where are you going home we have to leave now before they come"
              .split(" ");
      for (int i = 0; i < 300; i++) {
        phrases.put(
            words[random.nextInt(16)] + " " + words[random.nextInt(16)], "<" + i % 16 + ">");
      }
      for (int i = 0; i < jobs; i++) {
        StringBuilder line = new StringBuilder();
        for (int w = 0; w < 60; w++) {
          line.append(words[random.nextInt(16)]).append(' ');
        }
        lines.add(line.toString());
      }
      service = new SubtitleService(phrases);
      open.add(service::close);
    }

    @Override
    void arms() {
      arm("asis", () -> service.translateAll(lines).stream().mapToLong(String::hashCode).sum());
      Job translate = i -> service.translate(lines.get(i)).hashCode();
      seq("seq", translate);
      threads("t200", 200, translate);
      virtual("virtual", translate);
      stream("pstream", translate);
      ThreadLocal<Translator> own = ThreadLocal.withInitial(() -> new RuleTranslator(phrases));
      Job each = i -> own.get().translate(lines.get(i)).hashCode();
      threads("per-instance+asis", 8, each);
      threads("per-instance+pool", CORES, each);
      chunks("per-instance+pool-chunk", each);
      stream("per-instance+pstream", each);
      BlockingQueue<Translator> idle = new ArrayBlockingQueue<>(8);
      for (int i = 0; i < 8; i++) {
        idle.add(new RuleTranslator(phrases));
      }
      Job pooled =
          i -> {
            Translator taken = idle.take();
            try {
              return taken.translate(lines.get(i)).hashCode();
            } finally {
              idle.add(taken);
            }
          };
      threads("pool-of-instances+asis", 8, pooled);
      virtual("pool-of-instances+virtual", pooled);
      procs("procs", lines::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return service.translate((String) input);
    }
  }

  static final class W23 extends Bench {
    static final int SIZE = 512;
    float[][] heights = new float[SIZE][SIZE];
    HeightMap map;
    LinkPlanner planner;
    List<Link> links = new ArrayList<>();
    volatile float[][] current;
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    void init(String config) {
      jobs = 100;
      Random random = new Random(23);
      for (float[] row : heights) {
        for (int x = 0; x < SIZE; x++) {
          row[x] = random.nextFloat() * 60;
        }
      }
      for (int i = 0; i < jobs; i++) {
        links.add(
            new Link(
                random.nextInt(SIZE),
                random.nextInt(SIZE),
                random.nextInt(SIZE),
                random.nextInt(SIZE)));
      }
      map = new HeightMap(heights);
      planner = new LinkPlanner(map);
      open.add(planner::stop);
      current = heights;
    }

    static long rate(float[][] heights, Link link) {
      int steps = 8_000;
      double loss = 0;
      double top = heights[link.y1()][link.x1()] + 20;
      for (int i = 1; i < steps; i++) {
        double t = (double) i / steps;
        int x = (int) (link.x1() + t * (link.x2() - link.x1()));
        int y = (int) (link.y1() + t * (link.y2() - link.y1()));
        double over = heights[y][x] - top;
        loss += over > 0 ? Math.sqrt(over) : 0.001;
      }
      return Math.round(loss * 1_000);
    }

    private void asis(String name, ForkJoinPool pool, Job job) {
      arm(
          name,
          () ->
              pool.submit(
                      () ->
                          IntStream.range(0, jobs)
                              .parallel()
                              .mapToLong(
                                  i -> {
                                    try {
                                      return job.run(i);
                                    } catch (Exception e) {
                                      throw new IllegalStateException(e);
                                    }
                                  })
                              .sum())
                  .get());
    }

    @Override
    void arms() {
      arm("asis", () -> planner.plan(links));
      Job plain = i -> planner.rate(links.get(i));
      seq("seq", plain);
      threads("t200", 200, plain);
      virtual("virtual", plain);
      stream("pstream", plain);
      ForkJoinPool four = new ForkJoinPool(4);
      LongAdder queries = new LongAdder();
      Job read =
          i -> {
            lock.readLock().lock();
            try {
              queries.increment();
              return rate(current, links.get(i));
            } finally {
              lock.readLock().unlock();
            }
          };
      asis("read-write+asis", four, read);
      threads("read-write+pool", CORES, read);
      chunks("read-write+pool-chunk", read);
      virtual("read-write+virtual", read);
      stream("read-write+pstream", read);
      Job snapshot =
          i -> {
            queries.increment();
            return rate(current, links.get(i));
          };
      asis("snapshot+asis", four, snapshot);
      stream("snapshot+pstream", snapshot);
      Thread surveyor =
          new Thread(
              () -> {
                Random random = new Random(1);
                while (true) {
                  int x = random.nextInt(SIZE);
                  int y = random.nextInt(SIZE);
                  map.survey(x, y, heights[y][x]);
                  lock.writeLock().lock();
                  lock.writeLock().unlock();
                  float[][] copy = current.clone();
                  copy[y] = copy[y].clone();
                  current = copy;
                  try {
                    Thread.sleep(5);
                  } catch (InterruptedException e) {
                    return;
                  }
                }
              });
      surveyor.setDaemon(true);
      surveyor.start();
    }
  }

  static final class W24 extends Bench {
    NutritionCache cache = new NutritionCache(10_000);
    MenuPlanner planner = new MenuPlanner(cache);
    List<Dish> menu = new ArrayList<>();

    @Override
    void init(String config) throws Exception {
      open.add(planner::close);
      jobs = 100;
      for (int i = 0; i < jobs; i++) {
        menu.add(new Dish("dish " + i, i, 40 + i % 20));
      }
    }

    /** As kitchen.nutrition.NutritionModel. */
    static int energy(Dish dish) {
      double[] water = new double[dish.ingredients()];
      for (int i = 0; i < water.length; i++) {
        water[i] = (dish.seed() * 31 + i * 17) % 100 / 100.0;
      }
      double energy = 0;
      for (int pass = 0; pass < 120; pass++) {
        for (int i = 1; i < water.length - 1; i++) {
          water[i] += (water[i - 1] + water[i + 1] - 2 * water[i]) * 0.2;
          energy += Math.exp(-water[i]) * 0.1;
        }
      }
      return (int) energy;
    }

    @Override
    void arms() {
      prepared(
          cache::clear,
          () -> {
            arm("asis", () -> planner.plan(menu));
            Job weigh = i -> planner.weigh(menu.get(i));
            seq("seq", weigh);
            threads("t200", 200, weigh);
            virtual("virtual", weigh);
            stream("pstream", weigh);
          });
      Map<Dish, Integer> locked = new HashMap<>();
      prepared(
          locked::clear,
          () -> {
            Job narrow =
                i -> {
                  Dish dish = menu.get(i);
                  synchronized (locked) {
                    Integer known = locked.get(dish);
                    if (known != null) {
                      return known;
                    }
                  }
                  int energy = energy(dish);
                  synchronized (locked) {
                    locked.put(dish, energy);
                  }
                  return energy;
                };
            threads("narrow+asis", 4, narrow);
            threads("narrow+pool", CORES, narrow);
          });
      Map<Dish, Integer> concurrent = new ConcurrentHashMap<>();
      prepared(
          concurrent::clear,
          () -> {
            Job job = i -> concurrent.computeIfAbsent(menu.get(i), W24::energy);
            threads("concurrent-collection+asis", 4, job);
            threads("concurrent-collection+pool", CORES, job);
            chunks("concurrent-collection+pool-chunk", job);
            virtual("concurrent-collection+virtual", job);
            stream("concurrent-collection+pstream", job);
          });
    }
  }

  static final class W25 extends Bench {
    Rasterizer rasterizer = new Rasterizer(200);
    GlyphCache cache = new GlyphCache(rasterizer::area);
    TextMeasurer measurer = new TextMeasurer(cache);
    List<String> glyphs = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(measurer::close);
      jobs = 120;
      for (int i = 0; i < jobs; i++) {
        glyphs.add("glyph-" + i * 7 % 80);
      }
    }

    @Override
    void arms() {
      prepared(
          cache::flush,
          () -> {
            arm("asis", () -> measurer.ink(glyphs));
            Job measure = i -> measurer.measure(glyphs.get(i));
            seq("seq", measure);
            chunks("pool-chunk", measure);
            threads("t200", 200, measure);
            virtual("virtual", measure);
            stream("pstream", measure);
          });
      Map<String, Long> areas = new ConcurrentHashMap<>();
      prepared(
          areas::clear,
          () ->
              threads(
                  "narrow+asis",
                  CORES,
                  i -> {
                    Long known = areas.get(glyphs.get(i));
                    if (known == null) {
                      known = rasterizer.area(glyphs.get(i));
                      areas.putIfAbsent(glyphs.get(i), known);
                    }
                    return known;
                  }));
    }
  }

  static final class W26 extends Bench {
    Leaderboard board = new Leaderboard(100);
    SeasonReplay replay = new SeasonReplay(board);
    List<String[]> matches = new ArrayList<>();

    @Override
    void init(String config) {
      open.add(replay::end);
      jobs = 96;
      Random random = new Random(26);
      for (int i = 0; i < jobs; i++) {
        String[] match = new String[400];
        Arrays.setAll(match, n -> random.nextInt(100_000) + "; " + random.nextInt(1_000_000));
        matches.add(match);
      }
    }

    private void boarded(String name) {
      Callable<Long> batch = arms.get(name);
      if (batch != null) {
        arm(
            name,
            () -> {
              board.reset();
              batch.call();
              return board.checksum();
            });
      }
    }

    private static void keep(TreeSet<Score> best, Score score) {
      best.add(score);
      if (best.size() > 100) {
        best.pollLast();
      }
    }

    private static Score parse(String line) {
      String[] parts = line.split(";");
      return new Score(Integer.parseInt(parts[1].trim()), Integer.parseInt(parts[0]));
    }

    private static long checksum(TreeSet<Score> best) {
      long sum = 0;
      int place = 1;
      for (Score score : best) {
        sum += (long) place++ * score.points();
      }
      return sum;
    }

    private long confined(ExecutorService pool) throws Exception {
      int slice = jobs / (CORES * 4);
      List<Future<TreeSet<Score>>> parts = new ArrayList<>();
      for (int from = 0; from < jobs; from += slice) {
        List<String[]> mine = matches.subList(from, Math.min(jobs, from + slice));
        parts.add(
            pool.submit(
                () -> {
                  TreeSet<Score> best = new TreeSet<>();
                  for (String[] match : mine) {
                    for (String line : match) {
                      keep(best, parse(line));
                    }
                  }
                  return best;
                }));
      }
      TreeSet<Score> best = new TreeSet<>();
      for (Future<TreeSet<Score>> part : parts) {
        part.get().forEach(score -> keep(best, score));
      }
      return checksum(best);
    }

    @Override
    void arms() {
      arm("asis", () -> replay.replay(matches));
      Job play =
          i -> {
            replay.play(matches.get(i));
            return 0;
          };
      seq("seq", play);
      threads("t200", 200, play);
      virtual("virtual", play);
      stream("pstream", play);
      for (String name : List.of("seq", "t200", "virtual", "pstream")) {
        boarded(name);
      }
      arm("confinement+asis", () -> confined(pool(CORES)));
      arm("confinement+pstream", () -> confined(ForkJoinPool.commonPool()));
      TreeSet<Score> shared = new TreeSet<>();
      Job narrow =
          i -> {
            String[] match = matches.get(i);
            Score[] scores = new Score[match.length];
            Arrays.setAll(scores, n -> parse(match[n]));
            synchronized (shared) {
              for (Score score : scores) {
                keep(shared, score);
              }
            }
            return 0;
          };
      threads("narrow+asis", CORES, narrow);
      chunks("narrow+pool-chunk", narrow);
      virtual("narrow+virtual", narrow);
      stream("narrow+pstream", narrow);
      for (String name :
          List.of("narrow+asis", "narrow+pool-chunk", "narrow+virtual", "narrow+pstream")) {
        Callable<Long> batch = arms.get(name);
        if (batch != null) {
          arm(
              name,
              () -> {
                shared.clear();
                batch.call();
                return checksum(shared);
              });
        }
      }
    }
  }

  static final class W33 extends Bench {
    LabelService service = new LabelService(60);
    List<String> addresses = new ArrayList<>();

    @Override
    void init(String config) {
      jobs = 120;
      for (int i = 0; i < jobs; i++) {
        addresses.add(("To the recipient " + i + ", Harbour Street " + i * 3 + "; ").repeat(8));
      }
    }

    @Override
    void arms() {
      arm("asis", () -> service.makeAll(addresses).stream().mapToLong(Integer::longValue).sum());
      Job make = i -> service.make(addresses.get(i));
      seq("seq", make);
      cpu("", make);
      procs("procs", addresses::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) {
      return service.make((String) input);
    }
  }
}
