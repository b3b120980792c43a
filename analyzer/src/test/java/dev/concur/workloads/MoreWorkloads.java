package dev.concur.workloads;

import dev.concur.workloads.code.AccessLines;
import dev.concur.workloads.code.BlurredPicture;
import dev.concur.workloads.code.CalledAll;
import dev.concur.workloads.code.ColumnSums;
import dev.concur.workloads.code.EngineCalls;
import dev.concur.workloads.code.FileSeals;
import dev.concur.workloads.code.FirstLoads;
import dev.concur.workloads.code.FractalRows;
import dev.concur.workloads.code.FrontPage;
import dev.concur.workloads.code.HalfLocked;
import dev.concur.workloads.code.KeyPowers;
import dev.concur.workloads.code.LedgerFile;
import dev.concur.workloads.code.LikeNames;
import dev.concur.workloads.code.OneLicence;
import dev.concur.workloads.code.PackedLetters;
import dev.concur.workloads.code.PageByPage;
import dev.concur.workloads.code.PooledRows;
import dev.concur.workloads.code.PrimeRanges;
import dev.concur.workloads.code.QueensBoard;
import dev.concur.workloads.code.RateTable;
import dev.concur.workloads.code.RemoteTill;
import dev.concur.workloads.code.RushOfThreads;
import dev.concur.workloads.code.SharedDice;
import dev.concur.workloads.code.SmallShares;
import dev.concur.workloads.code.StockCache;
import dev.concur.workloads.code.StreamedFutures;
import dev.concur.workloads.code.ThreadEach;
import dev.concur.workloads.code.ToolCalls;
import dev.concur.workloads.code.WordTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * Workloads over what the first ones lacked: files, pools of connections, memory, tools, more
 * locks.
 */
final class MoreWorkloads {

  private static final int MANY = 50;

  private MoreWorkloads() {}

  static List<Workload> all() {
    return List.of(
        fileSeals(),
        pooledRows(),
        new Workload(
            PrimeRanges.class,
            PrimeRanges.RANGES,
            Keep.number(
                i -> PrimeRanges.count(i * PrimeRanges.WIDTH, (i + 1) * PrimeRanges.WIDTH))),
        new Workload(QueensBoard.class, QueensBoard.SIZE, Keep.number(QueensBoard::from)),
        packedLetters(),
        accessLines(),
        wordTally(),
        rateTable(),
        ledgerFile(),
        stockCache(),
        remoteTill(),
        columnSums(),
        threadEach(),
        smallShares(),
        new Workload(ToolCalls.class, ToolCalls.PAGES, Keep.number(new ToolCalls()::run)),
        halfLocked(),
        new Workload(KeyPowers.class, KeyPowers.KEYS, Keep.object(KeyPowers::power)),
        likeNames(),
        blurredPicture(),
        new Workload(FractalRows.class, FractalRows.SIZE, Keep.object(FractalRows::row)).batch(20),
        oneLicence(),
        calledAll(),
        streamedFutures(),
        frontPage(),
        new Workload(PageByPage.class, 1, Keep.object(i -> new PageByPage().all())),
        sharedDice(),
        engineCalls(),
        firstLoads(),
        rushOfThreads());
  }

  private static Workload fileSeals() {
    Lazy<List<Path>> files = new Lazy<>(() -> files(100, 40_000));
    return new Workload(FileSeals.class, 100, Keep.number(i -> FileSeals.seal(files.get().get(i))))
        .batch(10);
  }

  private static List<Path> files(int many, int length) throws IOException {
    Path folder = Files.createTempDirectory("seals");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Path file = folder.resolve("file" + i);
      Files.write(file, new byte[length]);
      file.toFile().deleteOnExit();
      files.add(file);
    }
    folder.toFile().deleteOnExit();
    return files;
  }

  private static Workload pooledRows() {
    PooledRows code = new PooledRows(SlowDatabase.pool(10, 3));
    return new Workload(PooledRows.class, PooledRows.ORDERS, Keep.number(code::cents));
  }

  private static Workload packedLetters() {
    byte[] letter = "Dear Sir or Madam, we are pleased to ".repeat(300).getBytes();
    return new Workload(PackedLetters.class, 50, Keep.object(i -> PackedLetters.pack(letter)));
  }

  private static Workload accessLines() {
    List<String> lines = IntStream.range(0, AccessLines.LINES).mapToObj(AccessLines::line).toList();
    return new Workload(
            AccessLines.class, AccessLines.LINES, Keep.number(i -> AccessLines.size(lines.get(i))))
        .batch(500);
  }

  /** Each task counts into a map of its own; the few maps are put together at the end. */
  private static Workload wordTally() {
    String text = "The quick brown fox jumps over the lazy dog and runs away. ".repeat(30);
    Map<String, Integer> tally = new ConcurrentHashMap<>();
    return new Workload(
            WordTally.class,
            60,
            i -> {
              for (String word : WordTally.words(text)) {
                tally.merge(word, 1, Integer::sum);
              }
            })
        .batch(10);
  }

  private static Workload rateTable() {
    RateTable code = RateTable.table();
    TreeMap<Integer, Double> rates = new TreeMap<>();
    IntStream.range(0, 2_000).forEach(i -> rates.put(i, i / 3.0));
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    return new Workload(RateTable.class, 500, Keep.number(i -> code.sum(i, i + 1_000)))
        .batch(50)
        .enteredBy(2)
        .change("read-write", Keep.number(i -> shared(lock, rates, i)))
        .change("snapshot", Keep.number(i -> sum(rates, i)))
        .change("narrow", Keep.number(i -> sum(new TreeMap<>(rates), i)));
  }

  private static double shared(
      ReentrantReadWriteLock lock, TreeMap<Integer, Double> rates, int from) {
    lock.readLock().lock();
    try {
      return sum(rates, from);
    } finally {
      lock.readLock().unlock();
    }
  }

  private static double sum(TreeMap<Integer, Double> rates, int from) {
    double sum = 0;
    for (double rate : rates.subMap(from, from + 1_000).values()) {
      sum += rate;
    }
    return sum;
  }

  private static Workload ledgerFile() {
    Lazy<LedgerFile> code =
        new Lazy<>(
            () -> {
              Path file = Files.createTempFile("ledger", ".txt");
              file.toFile().deleteOnExit();
              return new LedgerFile(file);
            });
    return new Workload(LedgerFile.class, 500, i -> code.get().note(i)).enteredBy(2).batch(50);
  }

  private static Workload stockCache() {
    Map<Integer, Integer> stock = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Workload.Task outside =
        i -> {
          int article = next.incrementAndGet();
          if (stock.get(article) == null) {
            stock.put(article, StockCache.ask(article));
          }
        };
    return new Workload(
            StockCache.class, 60, i -> StockCache.cache().pieces(next.incrementAndGet()))
        .enteredBy(StockCache.THREADS)
        .change("move-waiting-out", outside)
        .change("concurrent-collection", outside);
  }

  private static Workload remoteTill() {
    Lazy<RemoteTill> code = new Lazy<>(() -> RemoteTill.only("localhost", SlowServer.start(5)));
    Lazy<Semaphore> permits = new Lazy<>(() -> new Semaphore(10));
    ThreadLocal<RemoteTill> own = ThreadLocal.withInitial(MoreWorkloads::another);
    return new Workload(RemoteTill.class, 60, Keep.number(i -> code.get().pay(i)))
        .enteredBy(MANY)
        .change(
            "pool",
            i -> {
              permits.get().acquire();
              own.get().pay(i);
              permits.get().release();
            });
  }

  private static RemoteTill another() {
    try {
      return RemoteTill.another("localhost", SlowServer.start(5));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Workload columnSums() {
    Lazy<ColumnSums> code = new Lazy<>(ColumnSums::new);
    return new Workload(ColumnSums.class, ColumnSums.COLUMNS, Keep.number(i -> code.get().sum(i)));
  }

  private static Workload threadEach() {
    ThreadEach code = new ThreadEach();
    return new Workload(ThreadEach.class, ThreadEach.SUMS, Keep.number(ThreadEach::sum))
        .asItIs(tasks -> code.all())
        .batch(50);
  }

  private static Workload smallShares() {
    SmallShares code = new SmallShares();
    return new Workload(
            SmallShares.class,
            SmallShares.PRICES.size(),
            Keep.number(i -> SmallShares.tax(SmallShares.PRICES.get(i))))
        .asItIs(tasks -> Keep.it(code.sum()))
        .batch(10);
  }

  private static Workload halfLocked() {
    DoubleAdder total = new DoubleAdder();
    Workload.Task outside =
        i -> {
          Thread.sleep(3);
          total.add(HalfLocked.weigh(i));
        };
    return new Workload(HalfLocked.class, 100, Keep.number(HalfLocked::handle))
        .enteredBy(MANY)
        .change("narrow", outside)
        .change("per-instance", outside);
  }

  private static Workload likeNames() {
    List<String> names =
        IntStream.range(0, 200).mapToObj(i -> "Annabella von Hohenfels " + i).toList();
    return new Workload(
            LikeNames.class,
            200,
            Keep.number(i -> LikeNames.distance(names.get(i), "Isabella von Hohenstein")))
        .batch(50);
  }

  private static Workload blurredPicture() {
    float[] from = new float[BlurredPicture.SIZE * BlurredPicture.SIZE];
    float[] to = new float[from.length];
    return new Workload(
            BlurredPicture.class, BlurredPicture.SIZE - 2, i -> BlurredPicture.row(from, to, i + 1))
        .batch(100);
  }

  private static Workload oneLicence() {
    Workload.Task outside = Keep.number(OneLicence::ask);
    return new Workload(OneLicence.class, 100, Keep.number(OneLicence::use))
        .enteredBy(MANY)
        .change("move-waiting-out", outside)
        .change("per-instance", outside);
  }

  private static Workload calledAll() {
    CalledAll code = new CalledAll();
    return new Workload(CalledAll.class, CalledAll.QUESTIONS, Keep.number(CalledAll::answer))
        .asItIs(tasks -> code.all())
        .async(i -> Plays.later(8, i));
  }

  private static Workload streamedFutures() {
    StreamedFutures code = new StreamedFutures();
    return new Workload(
            StreamedFutures.class, StreamedFutures.CUSTOMERS, Keep.object(StreamedFutures::name))
        .asItIs(tasks -> code.all())
        .async(i -> Plays.later(6, i));
  }

  private static Workload frontPage() {
    FrontPage code = new FrontPage();
    return new Workload(
            FrontPage.class,
            4,
            Keep.object(
                i ->
                    switch (i) {
                      case 0 -> FrontPage.name(i);
                      case 1 -> FrontPage.orders(i);
                      case 2 -> FrontPage.offers(i);
                      default -> FrontPage.weather(i);
                    }))
        .asItIs(tasks -> Keep.object(i -> code.page(i)).run(1))
        .async(i -> Plays.later(5, i));
  }

  private static Workload sharedDice() {
    SharedDice code = new SharedDice();
    Workload.Task own =
        Keep.number(
            i -> {
              ThreadLocalRandom dice = ThreadLocalRandom.current();
              int hits = 0;
              for (int round = 0; round < 20_000; round++) {
                double x = dice.nextDouble();
                double y = dice.nextDouble();
                hits += x * x + y * y < 1 ? 1 : 0;
              }
              return hits;
            });
    return new Workload(SharedDice.class, SharedDice.ROUNDS, Keep.number(i -> SharedDice.round()))
        .asItIs(tasks -> Keep.it(code.all()))
        .change("per-instance", own);
  }

  private static Workload engineCalls() {
    ThreadLocal<double[]> own = ThreadLocal.withInitial(() -> new double[64]);
    return new Workload(EngineCalls.class, 200, Keep.number(EngineCalls::price))
        .enteredBy(2)
        .batch(10)
        .change("per-instance", Keep.number(i -> price(own.get(), i)));
  }

  private static double price(double[] state, int contract) {
    for (int i = 0; i < state.length; i++) {
      state[i] = contract + i;
    }
    for (int year = 0; year < 400; year++) {
      for (int i = 1; i < state.length; i++) {
        state[i] = Math.sqrt(state[i] * state[i - 1] + year);
      }
      state[0] = state[state.length - 1];
    }
    return state[0];
  }

  /** Every article is new, so that each is loaded. */
  private static Workload firstLoads() {
    FirstLoads code = new FirstLoads();
    Map<Integer, CompletableFuture<String>> futures = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    return new Workload(
            FirstLoads.class, 100, Keep.object(i -> code.description(next.incrementAndGet())))
        .enteredBy(MANY)
        .change(
            "move-waiting-out",
            Keep.object(
                i -> {
                  int article = next.incrementAndGet();
                  CompletableFuture<String> mine = new CompletableFuture<>();
                  CompletableFuture<String> first = futures.putIfAbsent(article, mine);
                  if (first == null) {
                    mine.complete(FirstLoads.load(article));
                    return mine.join();
                  }
                  return first.join();
                }));
  }

  private static Workload rushOfThreads() {
    RushOfThreads code = new RushOfThreads();
    return new Workload(RushOfThreads.class, RushOfThreads.SUMS, Keep.number(RushOfThreads::sum))
        .asItIs(tasks -> Keep.it(code.all()));
  }
}
