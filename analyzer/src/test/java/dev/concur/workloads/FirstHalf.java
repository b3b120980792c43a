package dev.concur.workloads;

import dev.concur.workloads.code.DoorCounter;
import dev.concur.workloads.code.EchoQuestions;
import dev.concur.workloads.code.FrontDesk;
import dev.concur.workloads.code.HashChain;
import dev.concur.workloads.code.Interpreter;
import dev.concur.workloads.code.Ledger;
import dev.concur.workloads.code.Likeness;
import dev.concur.workloads.code.LongSums;
import dev.concur.workloads.code.OneConnection;
import dev.concur.workloads.code.OneFormat;
import dev.concur.workloads.code.ParallelCalls;
import dev.concur.workloads.code.PriceAndSeal;
import dev.concur.workloads.code.QuoteRound;
import dev.concur.workloads.code.SealedFiles;
import dev.concur.workloads.code.SmallPool;
import dev.concur.workloads.code.SmallSquares;
import dev.concur.workloads.code.TillForAll;
import dev.concur.workloads.code.TinyErrands;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** The workloads that were there when the advisor was mended for the first time. */
final class FirstHalf {

  private static final int MANY = 50;

  private FirstHalf() {}

  static List<Workload> all() {
    return List.of(
        quoteRound(),
        echoQuestions(),
        sealedFiles(),
        longSums(),
        smallSquares(),
        priceAndSeal(),
        tillForAll(),
        interpreter(),
        ledger(),
        doorCounter(),
        oneConnection(),
        oneFormat(),
        tinyErrands(),
        parallelCalls(),
        frontDesk(),
        hashChain(),
        smallPool(),
        likeness());
  }

  private static Workload quoteRound() {
    QuoteRound code = new QuoteRound();
    return new Workload(QuoteRound.class, QuoteRound.SUPPLIERS, code::ask)
        .async(i -> Plays.later(5, i));
  }

  private static Workload echoQuestions() {
    Lazy<EchoQuestions> code =
        new Lazy<>(() -> new EchoQuestions("localhost", SlowServer.start(10)));
    return new Workload(EchoQuestions.class, 60, i -> code.get().answer(i))
        .async(i -> SlowServer.ask(i));
  }

  private static Workload sealedFiles() {
    SealedFiles code = new SealedFiles();
    byte[] document = new byte[30_000];
    return new Workload(SealedFiles.class, 40, Keep.object(i -> code.seal(document)));
  }

  private static Workload longSums() {
    LongSums code = new LongSums();
    return new Workload(LongSums.class, LongSums.REGIONS, Keep.number(code::sum));
  }

  private static Workload smallSquares() {
    SmallSquares code = new SmallSquares();
    double[] to = new double[SmallSquares.MANY];
    return new Workload(SmallSquares.class, SmallSquares.MANY, i -> to[i] = code.one(i)).batch(500);
  }

  private static Workload priceAndSeal() {
    PriceAndSeal code = new PriceAndSeal();
    return new Workload(PriceAndSeal.class, PriceAndSeal.ARTICLES, Keep.number(code::price));
  }

  private static Workload tillForAll() {
    LongAdder total = new LongAdder();
    return new Workload(TillForAll.class, TillForAll.CUSTOMERS, TillForAll::pay)
        .enteredBy(TillForAll.CLERKS)
        .change(
            "move-waiting-out",
            i -> {
              TillForAll.askTheBank(i);
              synchronized (total) {
                total.add(i);
              }
            });
  }

  private static Workload interpreter() {
    ThreadLocal<long[]> own = ThreadLocal.withInitial(() -> new long[1]);
    LongAdder steps = new LongAdder();
    return new Workload(Interpreter.class, 100, Keep.number(Interpreter::evaluate))
        .enteredBy(MANY)
        .change(
            "per-instance",
            i -> {
              Interpreter.fetch(i);
              own.get()[0]++;
              Keep.it(Interpreter.run(i));
            })
        .change(
            "narrow",
            i -> {
              Interpreter.fetch(i);
              Keep.it(Interpreter.run(i));
              steps.increment();
            });
  }

  private static Workload ledger() {
    Map<Integer, long[]> books = new ConcurrentHashMap<>();
    Object[] stripes = IntStream.range(0, 32).mapToObj(i -> new Object()).toArray();
    return new Workload(Ledger.class, 2_000, Keep.number(i -> Ledger.only().book(i % 64, i)))
        .batch(250)
        .enteredBy(2)
        .change(
            "stripe",
            i -> {
              synchronized (stripes[i % 32]) {
                long[] book = books.computeIfAbsent(i % 64, each -> new long[8]);
                long seal = book[0];
                for (int round = 0; round < 40_000; round++) {
                  seal = seal * 31 + i + (seal >>> 7);
                }
                book[0] = seal;
              }
            });
  }

  private static Workload doorCounter() {
    LongAdder in = new LongAdder();
    return new Workload(DoorCounter.class, 20_000, Keep.number(DoorCounter::check))
        .batch(1_000)
        .enteredBy(2)
        .change(
            "adder",
            Keep.number(
                i -> {
                  int hash = DoorCounter.hash(i);
                  in.increment();
                  return hash;
                }));
  }

  private static Workload oneConnection() {
    OneConnection code = new OneConnection(SlowDatabase.connection(3));
    ThreadLocal<OneConnection> pooled =
        ThreadLocal.withInitial(() -> new OneConnection(SlowDatabase.connection(3)));
    java.util.concurrent.Semaphore permits = new java.util.concurrent.Semaphore(10);
    return new Workload(OneConnection.class, 100, code::balance)
        .enteredBy(MANY)
        .change(
            "pool",
            i -> {
              permits.acquire();
              pooled.get().balance(i);
              permits.release();
            });
  }

  private static Workload oneFormat() {
    ThreadLocal<SimpleDateFormat> own =
        ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd HH:mm:ss"));
    Workload.Task changed =
        i -> {
          for (int line = 0; line < 200; line++) {
            own.get().format(new Date(i + line * 1_000L));
          }
        };
    return new Workload(OneFormat.class, 400, Keep.object(OneFormat::page))
        .batch(50)
        .enteredBy(2)
        .change("per-instance", changed)
        .change("pool", changed);
  }

  private static Workload tinyErrands() {
    TinyErrands code = new TinyErrands();
    return new Workload(TinyErrands.class, TinyErrands.ERRANDS, Keep.number(code::errand))
        .batch(250)
        .asItIs(tasks -> code.all());
  }

  private static Workload parallelCalls() {
    ParallelCalls code = new ParallelCalls();
    List<Integer> accounts = IntStream.range(0, 100).boxed().toList();
    return new Workload(ParallelCalls.class, 100, code::balance)
        .asItIs(tasks -> code.total(accounts))
        .async(i -> Plays.later(5, i));
  }

  private static Workload frontDesk() {
    return new Workload(FrontDesk.class, 100, FrontDesk::lookUp)
        .asItIs(
            tasks -> {
              List<Future<Integer>> all = new ArrayList<>();
              for (int i = 0; i < tasks; i++) {
                all.add(FrontDesk.ask(i));
              }
              for (Future<Integer> each : all) {
                each.get();
              }
            })
        .async(i -> Plays.later(2, i));
  }

  /** One after the other is the only way; whatever else is tried runs whole chains side by side. */
  private static Workload hashChain() {
    HashChain code = new HashChain();
    return new Workload(HashChain.class, 1, Keep.object(i -> code.chain(new byte[32])));
  }

  private static Workload smallPool() {
    SmallPool code = new SmallPool();
    return new Workload(SmallPool.class, SmallPool.QUESTIONS, code::answer)
        .asItIs(tasks -> code.all())
        .async(i -> Plays.later(10, i));
  }

  private static Workload likeness() {
    float[] article = new float[Likeness.FEATURES];
    float[] best = Likeness.best();
    return new Workload(Likeness.class, 200, Keep.number(i -> Likeness.score(article)))
        .enteredBy(2)
        .change("native", i -> VectorKernel.score(article, best, 100))
        .change(
            "narrow",
            i -> {
              float alike = 0;
              for (int round = 0; round < 100; round++) {
                alike += Likeness.dot(article, best);
              }
              Keep.it(alike);
            });
  }
}
