package dev.concur.workloads;

import dev.concur.workloads.code.BigSorts;
import dev.concur.workloads.code.BorrowedLines;
import dev.concur.workloads.code.ClerksAtOneDesk;
import dev.concur.workloads.code.Compound;
import dev.concur.workloads.code.CouponPress;
import dev.concur.workloads.code.CrowdedPool;
import dev.concur.workloads.code.FewSteps;
import dev.concur.workloads.code.LegacyEngine;
import dev.concur.workloads.code.MatrixRows;
import dev.concur.workloads.code.OneCalculator;
import dev.concur.workloads.code.PageFetches;
import dev.concur.workloads.code.PhraseBook;
import dev.concur.workloads.code.ShortNaps;
import dev.concur.workloads.code.SkewedRoutes;
import dev.concur.workloads.code.SlowReports;
import dev.concur.workloads.code.StockBoard;
import dev.concur.workloads.code.Summaries;
import dev.concur.workloads.code.TariffLoader;
import dev.concur.workloads.code.Thumbnails;
import dev.concur.workloads.code.VisitDesk;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.IntStream;

/** The workloads that were written after the advisor had been mended on the first half. */
final class SecondHalf {

  private static final int MANY = 50;

  private SecondHalf() {}

  static List<Workload> all() {
    return List.of(
        shortNaps(),
        slowReports(),
        pageFetches(),
        thumbnails(),
        new Workload(SkewedRoutes.class, SkewedRoutes.ROUTES, Keep.number(SkewedRoutes::cost)),
        matrixRows(),
        stockBoard(),
        visitDesk(),
        couponPress(),
        borrowedLines(),
        oneCalculator(),
        legacyEngine(),
        tariffLoader(),
        summaries(),
        new Workload(BigSorts.class, BigSorts.ARRAYS, Keep.number(BigSorts::median)),
        crowdedPool(),
        new Workload(FewSteps.class, FewSteps.STEPS, Keep.number(FewSteps::step)).batch(25),
        compound(),
        phraseBook(),
        clerksAtOneDesk());
  }

  private static Workload shortNaps() {
    return new Workload(ShortNaps.class, ShortNaps.ANSWERS, Keep.number(new ShortNaps()::answer))
        .async(i -> Plays.later(1, i));
  }

  private static Workload slowReports() {
    return new Workload(SlowReports.class, 20, Keep.object(i -> SlowReports.report("no. " + i)))
        .async(i -> Plays.later(50, i));
  }

  private static Workload pageFetches() {
    Lazy<URI> page = new Lazy<>(() -> SlowPages.start(15));
    HttpClient client = HttpClient.newHttpClient();
    PageFetches code = new PageFetches(client);
    return new Workload(PageFetches.class, 40, Keep.number(i -> code.status(page.get())))
        .async(
            i ->
                client.sendAsync(
                    HttpRequest.newBuilder(SlowPages.uri()).build(),
                    HttpResponse.BodyHandlers.discarding()));
  }

  private static Workload thumbnails() {
    int[] picture = IntStream.range(0, Thumbnails.SIZE * Thumbnails.SIZE).toArray();
    return new Workload(Thumbnails.class, 30, Keep.object(i -> Thumbnails.shrink(picture)));
  }

  private static Workload matrixRows() {
    double[][] a = new double[MatrixRows.SIZE][MatrixRows.SIZE];
    return new Workload(
            MatrixRows.class, MatrixRows.SIZE, Keep.object(i -> MatrixRows.row(a[i], a)))
        .batch(25);
  }

  private static Workload stockBoard() {
    Map<Integer, Double> pieces = new ConcurrentHashMap<>();
    Workload.Task outside = i -> pieces.put(i, StockBoard.estimate(StockBoard.ask(i)));
    return new Workload(StockBoard.class, 100, Keep.number(StockBoard::refresh))
        .enteredBy(MANY)
        .change("move-waiting-out", outside)
        .change("narrow", outside);
  }

  /** Tasks of both sorts in turns. */
  private static Workload visitDesk() {
    VisitDesk second = another();
    VisitDesk first = VisitDesk.desk();
    return new Workload(
            VisitDesk.class, 2_000, Keep.number(i -> i % 2 == 0 ? first.weigh(i) : first.seat(i)))
        .batch(100)
        .enteredBy(2)
        .change("split", Keep.number(i -> i % 2 == 0 ? first.weigh(i) : second.seat(i)))
        .change("pool", Keep.number(i -> i % 2 == 0 ? first.weigh(i) : second.seat(i)));
  }

  /** What a split gives: a second lock, with a state of its own. */
  private static VisitDesk another() {
    try {
      Constructor<VisitDesk> constructor = VisitDesk.class.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Workload couponPress() {
    CouponPress code = new CouponPress();
    return new Workload(CouponPress.class, CouponPress.COUPONS, Keep.number(CouponPress::coupon))
        .asItIs(tasks -> code.all())
        .async(i -> Plays.later(4, i));
  }

  private static Workload borrowedLines() {
    BorrowedLines code = new BorrowedLines();
    return new Workload(BorrowedLines.class, BorrowedLines.CALLS, Keep.number(code::call));
  }

  private static Workload oneCalculator() {
    return new Workload(OneCalculator.class, 100, Keep.number(OneCalculator::calculate))
        .asItIs(
            tasks -> {
              List<Future<Double>> all = new ArrayList<>();
              for (int i = 0; i < tasks; i++) {
                all.add(OneCalculator.later(i));
              }
              for (Future<Double> each : all) {
                each.get();
              }
            });
  }

  private static Workload legacyEngine() {
    ThreadLocal<double[]> own = ThreadLocal.withInitial(() -> new double[16]);
    return new Workload(LegacyEngine.class, 400, Keep.number(LegacyEngine::run))
        .enteredBy(2)
        .change(
            "per-instance",
            Keep.number(
                i -> {
                  double[] registers = own.get();
                  double accumulator = i;
                  for (int counter = 0; counter < 40_000; counter++) {
                    registers[counter & 15] += accumulator;
                    accumulator =
                        Math.sqrt(Math.abs(accumulator + registers[counter & 15] * counter));
                  }
                  return accumulator;
                }));
  }

  private static Workload tariffLoader() {
    return new Workload(TariffLoader.class, 100, Keep.object(TariffLoader::tariff))
        .enteredBy(MANY)
        .change("move-waiting-out", Keep.object(i -> TariffLoader.load(i & 1)));
  }

  private static Workload summaries() {
    String text = "the quick brown fox jumps over the lazy dog and runs away ".repeat(40);
    return new Workload(Summaries.class, 200, Keep.number(i -> Summaries.words(text))).batch(25);
  }

  private static Workload crowdedPool() {
    CrowdedPool code = new CrowdedPool();
    return new Workload(CrowdedPool.class, CrowdedPool.TASKS, Keep.number(CrowdedPool::sum))
        .batch(10)
        .asItIs(tasks -> code.all());
  }

  /** Whole sums, which is the only way: the years of one follow from each other. */
  private static Workload compound() {
    Compound code = new Compound();
    return new Workload(Compound.class, 1, Keep.number(i -> code.grow(1)));
  }

  /** Every phrase is new, so that each is thought about under the lock. */
  private static Workload phraseBook() {
    Map<Integer, Double> phrases = new ConcurrentHashMap<>();
    int[] next = new int[1];
    return new Workload(PhraseBook.class, 400, Keep.number(i -> PhraseBook.translate(next(next))))
        .enteredBy(2)
        .batch(20)
        .change(
            "concurrent-collection",
            Keep.number(i -> phrases.computeIfAbsent(next(next), PhraseBook::think)));
  }

  private static int next(int[] counter) {
    synchronized (counter) {
      return ++counter[0];
    }
  }

  private static Workload clerksAtOneDesk() {
    DoubleAdder total = new DoubleAdder();
    Workload.Task outside =
        i -> {
          double opinion = ClerksAtOneDesk.think(i);
          total.add(opinion);
        };
    return new Workload(ClerksAtOneDesk.class, ClerksAtOneDesk.CASES, ClerksAtOneDesk::decide)
        .batch(20)
        .enteredBy(2)
        .change("narrow", outside)
        .change("per-instance", outside);
  }
}
