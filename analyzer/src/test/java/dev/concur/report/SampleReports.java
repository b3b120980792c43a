package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.LockChange;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Remedy.Status;
import dev.concur.advise.Verdict;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Entry;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Lock;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Machine;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import dev.concur.rule.Finding;
import dev.concur.rule.Finding.Suppression;
import dev.concur.rule.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reports made by hand, with every variant that a writer can meet. */
final class SampleReports {

  static final String HOSTILE = "<script>alert('x')</script>]]>&\"%\n::error::\u001b[31m\u202e|`";

  private static final String DESK = "shop.desk.OrderDesk";
  private static final String PRICES = "shop.price.Prices";

  private static final Spot SEND =
      new Spot("java.net.http.HttpClient", "send", "", "", 0, "waits for network, 5 ms");
  private static final Spot HOSTILE_SPOT =
      new Spot("evil.Größe$" + HOSTILE, HOSTILE, "()V", "evil/Grö ße.java", 7, HOSTILE);

  private SampleReports() {}

  /** Every variant at once. */
  static Report rich() {
    return new Report(
        "0.1.0",
        new Machine(4, 16L << 30),
        "17.0.15",
        Optional.of("21.0.8"),
        "Linux",
        new Target(17, 21, Target.Mode.APPLICATION),
        List.of("shop/target/classes", "lib/" + HOSTILE + ".jar"),
        42,
        labels(),
        List.of(pricesLock(), statisticsLock(), unresolvedLock(), neverHeldLock(), singleWriter()),
        List.of(
            confirmed(),
            refuted(),
            undecided(),
            notRun(),
            unverified(),
            fix(),
            suppressed(),
            hostile(),
            note()),
        List.of(
            new Report.Problem("lib/cut.jar", "the zip directory is cut off; download it again"),
            new Report.Problem(HOSTILE, HOSTILE)),
        Optional.of(new Report.PredictionError(3, -0.0513, 2 / 3.0)),
        Optional.of(spending()));
  }

  private static Report.Spending spending() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("measuring", 31.6);
    parts.put("trying methods", 20.2);
    parts.put("other arms", .4);
    return new Report.Spending(60.4, parts, 4, Optional.of(139.0));
  }

  /** Nothing found, nothing wrong. */
  static Report empty() {
    return new Report(
        "0.1.0",
        new Machine(1, 0),
        "17.0.15",
        Optional.empty(),
        "",
        new Target(17, 17, Target.Mode.LIBRARY),
        List.of("empty.jar"),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** As many methods and findings as asked for, spread over packages. */
  static Report large(int methods, int findings) {
    Report rich = rich();
    List<Label> labels = new ArrayList<>();
    Bound[] bounds = Bound.values();
    for (int i = 0; i < methods; i++) {
      String owner = "shop.area" + i % 37 + ".part" + i % 11 + ".Service" + i / 20;
      Spot at = at(owner, "step" + i, 10 + i % 400, "");
      labels.add(
          label(at, bounds[(i * 7) % 5], i * 997.0 % 3_000_000, (i * 7) % 5 == 0 ? 5e6 + i : 0));
    }
    List<Advice> advice = new ArrayList<>(rich.advice());
    Severity[] severities = Severity.values();
    for (int i = 0; i < findings; i++) {
      Spot at = at("shop.area" + i % 37 + ".Service" + i, "step", 10 + i % 400, "");
      Finding finding =
          finding("f" + i, "blocking-under-lock", at, "waits for network under a lock", at, SEND);
      Finding ranked = withSeverity(finding, severities[i % 3]);
      advice.add(new Advice(ranked, List.of(leaveAlone()), Optional.empty(), i % 50));
    }
    return new Report(
        rich.toolVersion(),
        rich.machine(),
        rich.jdk(),
        rich.benchmarkJdk(),
        rich.os(),
        rich.target(),
        rich.roots(),
        rich.classes(),
        labels,
        rich.locks(),
        advice,
        rich.problems(),
        rich.predictionError(),
        rich.spending());
  }

  /**
   * A chain of 12,000 steps to a lock that is taken in 300 places, and a place without a source.
   */
  static Report longest() {
    Spot[] chain = new Spot[12_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = at("shop.Step" + i, "go", 1 + i, "step " + i);
    }
    Lock lock = lock("static shop.Far.LOCK", LockKind.MONITOR, Scope.GLOBAL, at(DESK, "x", 1, ""));
    List<Region> regions = Collections.nCopies(300, pricesLock().regions().get(0));
    LockUse use = use(lock, regions, GilLike.NO, Interval.ZERO, List.of(), List.of());
    Advice far =
        new Advice(
            with(
                finding("far", "gil-io", at(PRICES, "of", 42, ""), "far", chain),
                Severity.ERROR,
                List.of("gil-io"),
                List.of(lock.id()),
                Optional.empty()),
            List.of(leaveAlone()),
            Optional.empty(),
            90);
    Spot nowhere = new Spot(PRICES, "of", "()V", "", 0, "");
    Advice unplaced =
        new Advice(
            finding("unplaced", "gil-cpu", nowhere, "somewhere"),
            List.of(leaveAlone()),
            Optional.empty(),
            10);
    return with(rich(), List.of(use), List.of(far, unplaced));
  }

  private static Report with(Report report, List<LockUse> locks, List<Advice> advice) {
    return new Report(
        report.toolVersion(),
        report.machine(),
        report.jdk(),
        report.benchmarkJdk(),
        report.os(),
        report.target(),
        report.roots(),
        report.classes(),
        report.methods(),
        locks,
        advice,
        report.problems(),
        report.predictionError(),
        report.spending());
  }

  /** Rule texts as the catalogue of rules would give them. */
  static RuleTexts ruleTexts() {
    return new RuleTexts() {
      @Override
      public Optional<RuleText> of(String id) {
        return Optional.of(id).filter(ids()::contains).map(SampleReports::ruleText);
      }

      @Override
      public List<String> ids() {
        return List.of("gil-io", "gil-cpu", "gil-native");
      }
    };
  }

  private static RuleTexts.RuleText ruleText(String id) {
    return new RuleTexts.RuleText(
        "One lock for all (" + id + ")",
        "Most of the work passes through one lock.",
        "Most of the work passes through one lock, so more cores bring nothing.",
        "# " + id + "\n\nMost of the work passes through *one* lock.\n",
        "https://concur.example/rules/" + id,
        Severity.WARNING);
  }

  /** Sources that are at hand for one class, below a module folder. */
  static SourceTexts sources() {
    return new SourceTexts() {
      @Override
      public String pathOf(Spot spot) {
        return spot.file().isEmpty() ? "" : "shop/src/main/java/" + spot.file();
      }

      @Override
      public String textOf(Spot spot) {
        if (!spot.className().equals(PRICES)) {
          return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
          text.append(i == 42 ? "    synchronized (LOCK) { // <b>&\n" : "    line(" + i + ");\n");
        }
        return text.toString();
      }

      @Override
      public Optional<Patch> patchOf(Advice advice) {
        return advice.finding().id().equals("a1f0")
            ? Optional.of(patch(pathOf(advice.finding().at()), textOf(advice.finding().at())))
            : Optional.empty();
      }
    };
  }

  /** The block shrinks by a line. */
  private static Patch patch(String path, String text) {
    return new Patch(
        path,
        text,
        List.of(
            new Patch.Replacement(42, 1, 42, 1, "    Price price = fetch(); // <b>&\n"),
            new Patch.Replacement(44, 1, 45, 1, "")));
  }

  static WriterContext context() {
    return WriterContext.plain().about("shop", "concur scan shop").explaining(ruleTexts());
  }

  private static List<Label> labels() {
    return List.of(
        label(at(DESK, "order", 17, ""), Bound.IO, 12_000, 5_000_000),
        label(at(PRICES, "of", 40, ""), Bound.MIXED, 1_500_000, 5_000_000),
        label(at("shop.stats.Statistics", "variance", 88, ""), Bound.CPU, 3_000_000, 0),
        label(at("shop.desk.Money", "plus", 9, ""), Bound.LIGHT, 20, 0),
        new Label(
            HOSTILE_SPOT,
            Bound.UNKNOWN,
            Set.of(),
            true,
            true,
            Optional.empty(),
            Confidence.LOW,
            List.of(),
            List.of("missing.Größe", HOSTILE)),
        new Label(
            at("shop.desk.Console", "ask", 5, ""),
            Bound.IO,
            Set.of(Kind.INPUT),
            true,
            false,
            Optional.of(
                new Cost(
                    Interval.of(100),
                    new Interval(1e9, 3e10, Double.POSITIVE_INFINITY),
                    Provenance.CATALOGUE)),
            Confidence.MEDIUM,
            List.of(at("java.util.Scanner", "nextLine", 0, "")),
            List.of()));
  }

  private static Label label(Spot at, Bound bound, double cpu, double waiting) {
    Set<Kind> kinds =
        switch (bound) {
          case IO -> Set.of(Kind.NETWORK);
          case CPU -> Set.of(Kind.MATHS);
          case MIXED -> new java.util.LinkedHashSet<>(List.of(Kind.NETWORK, Kind.TEXT));
          case LIGHT, UNKNOWN -> Set.of();
        };
    Cost cost = new Cost(Interval.within(cpu, 3), Interval.within(waiting, 2), Provenance.DERIVED);
    List<Spot> evidence = waiting > 0 ? List.of(at, SEND) : List.of();
    return new Label(
        at,
        bound,
        kinds,
        waiting > 0,
        false,
        Optional.of(cost),
        Confidence.HIGH,
        evidence,
        List.of());
  }

  private static LockUse pricesLock() {
    Spot taken = at(PRICES, "of", 42, "takes LOCK");
    Region inside =
        new Region(
            taken,
            Path.HOT,
            Region.Side.EXCLUSIVE,
            new Cost(Interval.of(200_000), Interval.of(5_000_000), Provenance.CATALOGUE),
            0.9,
            true,
            80,
            List.of(
                new Happening.Waits(
                    Kind.NETWORK, Interval.of(5_000_000), false, List.of(taken, SEND)),
                new Happening.Computes(
                    Kind.TEXT, Interval.of(200_000), List.of(at(PRICES, "parse", 51, "")))),
            Set.of("shop.price.Prices.cache"),
            Set.of("shop.price.Prices.cache"),
            Set.of(),
            0,
            0);
    return use(
        lock(
            "static shop.price.Prices.LOCK",
            LockKind.MONITOR,
            Scope.GLOBAL,
            at(PRICES, "<clinit>", 12, "")),
        List.of(inside),
        GilLike.TOTAL,
        new Interval(0.8, 0.9, 0.97),
        List.of(new Entry(at(DESK, "order", 17, ""), Entry.Kind.WEB, true)),
        List.of("static field", "reached from two entries"));
  }

  private static LockUse statisticsLock() {
    Spot taken = at("shop.stats.Statistics", "variance", 88, "takes its class");
    Region inside =
        new Region(
            taken,
            Path.HOT,
            Region.Side.EXCLUSIVE,
            new Cost(Interval.of(3_000_000), Interval.ZERO, Provenance.DERIVED),
            0.45,
            false,
            120,
            List.of(
                new Happening.EntersNative(
                    new MethodRef("shop.stats.Native", "sum", "([D)D"), List.of(taken)),
                new Happening.CallsOut("shop.stats.Listener", List.of(taken)),
                new Happening.WaitsReleased(Interval.of(1000), List.of(taken))),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            2);
    return use(
        lock("class shop.stats.Statistics", LockKind.SYNCHRONIZED_METHOD, Scope.GLOBAL, taken),
        List.of(inside),
        GilLike.COMPUTE,
        new Interval(0.3, 0.45, 0.6),
        List.of(
            new Entry(at(DESK, "order", 17, ""), Entry.Kind.WEB, true),
            new Entry(at("shop.desk.Nightly", "run", 30, ""), Entry.Kind.SCHEDULED, false)),
        List.of("class object"));
  }

  private static LockUse unresolvedLock() {
    return use(
        lock(
            "unresolved shop.desk.Basket.add:33",
            LockKind.LOCK,
            Scope.UNKNOWN,
            at("shop.desk.Basket", "add", 33, "")),
        List.of(),
        GilLike.NO,
        Interval.ZERO,
        List.of(),
        List.of());
  }

  private static LockUse neverHeldLock() {
    return use(
        lock("static " + HOSTILE, LockKind.CUSTOM, Scope.PER_KEY, HOSTILE_SPOT),
        List.of(),
        GilLike.NO,
        Interval.ZERO,
        List.of(),
        List.of());
  }

  private static LockUse singleWriter() {
    return use(
        lock(
            "field shop.desk.Journal.writer",
            LockKind.SINGLE_THREAD_EXECUTOR,
            Scope.SHARED_INSTANCE,
            at("shop.desk.Journal", "<init>", 21, "")),
        List.of(),
        GilLike.NO,
        new Interval(0.1, 0.2, 0.4),
        List.of(new Entry(at(DESK, "order", 17, ""), Entry.Kind.WEB, true)),
        List.of("owns a thread"));
  }

  private static Lock lock(String id, LockKind kind, Scope scope, Spot declared) {
    String identity = id.startsWith("unresolved") ? "unresolved: returned by a call" : id;
    return new Lock(id, kind, identity, scope, declared, true);
  }

  private static LockUse use(
      Lock lock,
      List<Region> regions,
      GilLike gilLike,
      Interval share,
      List<Entry> entries,
      List<String> because) {
    return new LockUse(
        lock,
        regions,
        gilLike,
        share,
        regions.isEmpty() ? Interval.ZERO : regions.get(0).inside().total(),
        entries,
        because,
        Set.of("shop.price.Prices.cache"),
        Map.of("class shop.stats.Statistics", List.of()),
        0.7,
        "",
        false,
        lock.scope() == Scope.GLOBAL);
  }

  private static Advice confirmed() {
    Remedy moveOut =
        new Remedy(
            Model.LOCK_CHANGE,
            Optional.of(LockChange.MOVE_WAITING_OUT),
            "Fetch the price first, then take LOCK only to store it.",
            Status.RECOMMENDED,
            "",
            "two threads may fetch the same price; the last one wins",
            new Parameters(0, 16, 0, 0, 0, 0),
            Optional.of(prediction(3.8, 2.9, 4.0, "4 cores")),
            Optional.of(
                new Verdict.Confirmed(
                    measurement(Fidelity.MODELLED, 3.52, 3.31, 3.74), "above 1.5x in all pairs")));
    Remedy perInstance =
        new Remedy(
            Model.LOCK_CHANGE,
            Optional.of(LockChange.STRIPE),
            "Use a lock for each product instead of one for all.",
            Status.ALTERNATIVE,
            "",
            "prices of two products never depend on each other",
            new Parameters(0, 0, 0, 0, 16, 0),
            Optional.of(prediction(3.5, 2.0, 4.0, "4 cores")),
            Optional.empty());
    Finding finding =
        finding(
            "a1f0",
            "gil-io",
            at(PRICES, "of", 42, "takes LOCK"),
            "90% of the work runs under static shop.price.Prices.LOCK, which is held while waiting"
                + " for the network (5 ms)",
            at(DESK, "order", 17, "calls Prices.of"),
            at(PRICES, "of", 42, "takes LOCK"),
            at(PRICES, "fetch", 57, "calls HttpClient.send"),
            SEND);
    return new Advice(
        with(
            finding,
            Severity.ERROR,
            List.of("gil-io", "gil-static-lock", "blocking-under-lock"),
            List.of("static shop.price.Prices.LOCK"),
            Optional.empty()),
        List.of(
            moveOut,
            perInstance,
            rejected(Model.THREADS, "everybody waits for LOCK (1.0x on any number of cores)"),
            rejected(Model.VIRTUAL_THREADS, "a monitor held while waiting pins its carrier on 21"),
            rejected(Model.PROCESSES, "the cache would have to be shared between processes")),
        Optional.empty(),
        91);
  }

  private static Advice refuted() {
    Remedy threads =
        new Remedy(
            Model.THREADS,
            Optional.empty(),
            "Run the rows of the table on a fixed pool.",
            Status.WITHDRAWN,
            "predicted 3.1x, measured 0.82x: the lock is contended",
            "",
            new Parameters(4, 4, 0, 0, 0, 0),
            Optional.of(prediction(3.1, 1.8, 3.9, "4 cores")),
            Optional.of(
                new Verdict.Refuted(
                    measurement(Fidelity.LIVE, 0.82, 0.79, 0.85), "slower in all pairs")));
    Finding finding =
        finding(
            "b2e1",
            "gil-cpu",
            at("shop.stats.Statistics", "variance", 88, "takes its class"),
            "45% of the work computes under class shop.stats.Statistics",
            at("shop.stats.Statistics", "variance", 88, "computes 3.0 ms"));
    return new Advice(
        with(
            finding,
            Severity.WARNING,
            List.of("gil-cpu", "gil-static-lock"),
            List.of("class shop.stats.Statistics"),
            Optional.empty()),
        List.of(threads),
        Optional.empty(),
        60);
  }

  private static Advice undecided() {
    Remedy async =
        new Remedy(
            Model.ASYNC,
            Optional.empty(),
            "Send the three requests with sendAsync and join them at the end.",
            Status.RECOMMENDED,
            "",
            "",
            new Parameters(0, 3, 0, 0, 0, 3),
            Optional.of(prediction(2.9, 2.0, 3.0, "3 requests in flight")),
            Optional.of(
                new Verdict.Undecided(
                    Optional.of(measurement(Fidelity.MODELLED, 1.4, 0.7, Double.NaN)),
                    "machine busy: 23% of the time runnable threads had to wait for a core")));
    Finding finding =
        finding(
            "c3d2",
            "sequential-independent-io",
            at(DESK, "suppliers", 64, ""),
            "3 network calls follow each other and need nothing of one another",
            SEND);
    return new Advice(
        with(
            finding,
            Severity.NOTE,
            List.of("sequential-independent-io"),
            List.of(),
            Optional.empty()),
        List.of(async, rejected(Model.SEQUENTIAL, "15 ms a call instead of 5 ms")),
        Optional.empty(),
        48);
  }

  private static Advice notRun() {
    Remedy virtual =
        new Remedy(
            Model.VIRTUAL_THREADS,
            Optional.empty(),
            "Run each order on its own virtual thread.",
            Status.RECOMMENDED,
            "",
            "JDK 21 or newer; the pool behind the data source has 10 connections",
            new Parameters(0, 200, 0, 0, 0, 10),
            Optional.of(
                new Prediction(
                    25,
                    20,
                    Double.POSITIVE_INFINITY,
                    4,
                    "",
                    Provenance.DERIVED,
                    Map.of(Kind.DATABASE, 2e6),
                    OptionalDouble.of(Double.POSITIVE_INFINITY))),
            Optional.of(
                new Verdict.NotRun(
                    "no JDK of 21 or newer was found; name one with --benchmark-jdk")));
    Finding finding =
        finding(
            "d4c3",
            "platform-pool-for-blocking",
            at("shop.desk.Server", "start", 25, ""),
            "a pool of 200 platform threads runs tasks that wait 98% of their time",
            SEND);
    return new Advice(
        with(
            finding,
            Severity.WARNING,
            List.of("platform-pool-for-blocking"),
            List.of(),
            Optional.empty()),
        List.of(virtual),
        Optional.empty(),
        72.5);
  }

  private static Advice unverified() {
    Remedy process =
        new Remedy(
            Model.PROCESSES,
            Optional.empty(),
            "Give each worker process its own copy of the native library.",
            Status.RECOMMENDED,
            "",
            "",
            new Parameters(0, 0, 64, 4, 0, 0),
            Optional.of(prediction(3.4, 2.2, 3.9, "4 cores, copying of 1.2 MB a batch")),
            Optional.empty());
    Finding finding =
        finding(
            "e5b4",
            "process-candidate",
            at("shop.stats.Native", "sum", 14, "enters native code"),
            "native work passes one static lock that cannot be split");
    return new Advice(
        with(
            finding,
            Severity.NOTE,
            List.of("process-candidate", "gil-native"),
            List.of("gone"),
            Optional.empty()),
        List.of(process),
        Optional.empty(),
        30);
  }

  private static Advice fix() {
    Remedy order =
        new Remedy(
            Model.FIX,
            Optional.empty(),
            "Take LOCK before the lock of Statistics, everywhere.",
            Status.RECOMMENDED,
            "",
            "",
            Parameters.NONE,
            Optional.empty(),
            Optional.empty());
    Finding finding =
        finding(
            "f6a5",
            "lock-order-inversion",
            at("shop.desk.Basket", "add", 33, ""),
            "two locks are taken in both orders: threads can wait for each other for ever",
            at("shop.desk.Basket", "add", 33, "holds LOCK, takes Statistics"),
            at("shop.stats.Statistics", "report", 99, "holds Statistics, takes LOCK"));
    return new Advice(
        with(
            finding,
            Severity.ERROR,
            List.of("lock-order-inversion"),
            List.of("static shop.price.Prices.LOCK", "class shop.stats.Statistics"),
            Optional.empty()),
        List.of(order),
        Optional.empty(),
        80);
  }

  private static Advice suppressed() {
    Finding finding =
        finding(
            "0796",
            "sleep-under-lock",
            at("shop.desk.Retry", "again", 19, ""),
            "sleeps 100 ms while holding this");
    return new Advice(
        with(
            finding,
            Severity.WARNING,
            List.of("sleep-under-lock"),
            List.of(),
            Optional.of(new Suppression("annotation", "start-up only, one thread"))),
        List.of(leaveAlone()),
        Optional.empty(),
        95);
  }

  private static Advice hostile() {
    Remedy remedy =
        new Remedy(
            Model.NATIVE,
            Optional.empty(),
            HOSTILE,
            Status.RECOMMENDED,
            "",
            HOSTILE,
            Parameters.NONE,
            Optional.of(prediction(Double.NaN, Double.NaN, Double.NaN, HOSTILE)),
            Optional.of(new Verdict.NotRun(HOSTILE)));
    Finding finding =
        finding("1887", "parallelisable-cpu-loop", HOSTILE_SPOT, HOSTILE, HOSTILE_SPOT);
    return new Advice(
        with(
            finding,
            Severity.NOTE,
            List.of("parallelisable-cpu-loop"),
            List.of("static " + HOSTILE),
            Optional.of(new Suppression("configuration", ""))),
        List.of(remedy, rejected(Model.THREADS, HOSTILE)),
        Optional.empty(),
        10);
  }

  private static Advice note() {
    Finding finding =
        finding(
            "2978",
            "mixed-method",
            HOSTILE_SPOT,
            "waits and computes in blocks that can be parted: " + HOSTILE,
            HOSTILE_SPOT);
    return new Advice(
        with(finding, Severity.NOTE, List.of("mixed-method"), List.of(), Optional.empty()),
        List.of(leaveAlone()),
        Optional.empty(),
        Double.NaN);
  }

  private static Remedy leaveAlone() {
    return new Remedy(
        Model.SEQUENTIAL,
        Optional.empty(),
        "Leave it alone: there is nothing to gain.",
        Status.RECOMMENDED,
        "",
        "",
        Parameters.NONE,
        Optional.of(prediction(1, 1, 1, "nothing to gain")),
        Optional.empty());
  }

  private static Remedy rejected(Model model, String why) {
    return new Remedy(
        model,
        Optional.empty(),
        "Run it with " + model.word() + ".",
        Status.REJECTED,
        why,
        "",
        Parameters.NONE,
        Optional.empty(),
        Optional.empty());
  }

  private static Prediction prediction(double speedup, double low, double high, String limit) {
    return new Prediction(
        speedup,
        low,
        high,
        4,
        limit,
        Provenance.CATALOGUE,
        Map.of(Kind.NETWORK, 5e6),
        OptionalDouble.of(40_000));
  }

  private static Measurement measurement(
      Fidelity fidelity, double speedup, double low, double high) {
    Arm baseline =
        new Arm("asIs", Role.BASELINE, Model.SEQUENTIAL, LockState.AS_IS, Parameters.NONE);
    Arm advised =
        new Arm(
            "outside", Role.ADVISED, Model.LOCK_CHANGE, LockState.WAITING_OUTSIDE, Parameters.NONE);
    Arm virtual =
        new Arm(
            "virtual", Role.ALTERNATIVE, Model.VIRTUAL_THREADS, LockState.AS_IS, Parameters.NONE);
    Arm none = new Arm("noLock", Role.BOUND, Model.THREADS, LockState.NONE, Parameters.NONE);
    return new Measurement(
        fidelity,
        4,
        "21.0.8",
        speedup,
        low,
        high,
        3.8,
        0.99,
        12.34,
        8,
        3,
        0.005,
        OptionalDouble.of(0.02),
        List.of("java.net.http.HttpClient.send waits 5 ms"),
        "JFR: shop.price.Prices.LOCK contended 99% of all, the accused one",
        "verify/a1f0/Experiment.java",
        "java -jar verify/a1f0/benchmarks.jar",
        List.of(
            new ArmResult(baseline, 192, 188, 197, 8),
            new ArmResult(advised, 192 * speedup, 185 * speedup, 199 * speedup, 8),
            new ArmResult(virtual, 190, 180, 199, 8),
            new ArmResult(none, 760, 740, Double.POSITIVE_INFINITY, 1)));
  }

  private static Finding finding(
      String id, String rule, Spot at, String message, Spot... evidence) {
    Label label = label(at, Bound.LIGHT, 1, 0);
    return new Finding(
        id,
        rule,
        Severity.WARNING,
        Confidence.MEDIUM,
        at,
        message,
        Arrays.asList(evidence),
        List.of(rule),
        List.of(),
        new Subject.OfMethod(label),
        Optional.empty());
  }

  private static Finding withSeverity(Finding finding, Severity severity) {
    return with(finding, severity, finding.facets(), finding.locks(), finding.suppressed());
  }

  private static Finding with(
      Finding finding,
      Severity severity,
      List<String> facets,
      List<String> locks,
      Optional<Suppression> suppressed) {
    return new Finding(
        finding.id(),
        finding.rule(),
        severity,
        finding.confidence(),
        finding.at(),
        finding.message(),
        finding.evidence(),
        facets,
        locks,
        finding.subject(),
        suppressed);
  }

  private static Spot at(String owner, String method, int line, String note) {
    boolean jdk = owner.startsWith("java.");
    return new Spot(
        owner,
        method,
        jdk ? "" : "(" + "I".repeat(method.length() % 3) + ")V",
        jdk ? "" : owner.replace('.', '/') + ".java",
        line,
        note);
  }

  static String written(String format, Report report, WriterContext context) {
    try {
      java.io.StringWriter out = new java.io.StringWriter();
      Reports.write(format, report, context, out);
      return out.toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(format.toUpperCase(Locale.ROOT), e);
    }
  }
}
