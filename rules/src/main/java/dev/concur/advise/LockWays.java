package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways of changing one lock. Advice that is unsafe is worse than none: a change is offered only
 * when the model shows nothing against it, and says what must hold.
 */
final class LockWays {

  // 32 stripes keep two cores apart 98 % of the time (1 - 1/64).
  private static final int STRIPES_PER_CORE = 16;

  // Writers that hold it for so much of the time of a reader let readers share it nearly always.
  private static final double BRIEF = 0.2;

  private static final Pattern MAP = Pattern.compile("java\\.util\\.(\\w*)Map");

  private final Situation situation;
  private final LockUse use;
  private final List<Candidate> ways = new ArrayList<>();

  private LockWays(Situation situation, LockUse use) {
    this.situation = situation;
    this.use = use;
  }

  /**
   * All of them, with the objections to those that are out of the question, and the ways that leave
   * the lock alone.
   */
  static List<Candidate> all(Situation situation, LockUse use) {
    LockWays ways = new LockWays(situation, use);
    ways.ways.add(Ways.leave(situation));
    switch (use.lock().kind()) {
      case SINGLE_CONNECTION -> ways.ownInstance();
      case SYNCHRONIZED_COLLECTION -> ways.concurrentCollection();
      case SEED -> ways.ownGenerator();
      case MAP_BIN -> ways.moveWaitingOut();
      default -> {
        if (use.lock().ofContainer()) {
          ways.tellTheContainer();
        } else {
          ways.changeTheLock();
        }
      }
    }
    ways.ways.add(Ways.processes(situation));
    ways.moreThreads();
    Optional<String> harm = Harm.of(situation.finding());
    return ways.ways.stream()
        .map(ways::refusedWhenNative)
        .map(ways::refusedOnOneFile)
        .map(ways::refusedInTurn)
        .map(way -> Harm.refuse(way, harm))
        .flatMap(way -> Stream.concat(Stream.of(way), MoreThreads.after(way, situation).stream()))
        .toList();
  }

  private void changeTheLock() {
    confine();
    adder();
    split();
    moveWaitingOut();
    readWrite();
    narrow();
    ownInstance();
    stripe();
    ways.add(Ways.nativeKernel(situation).provided(narrowed()));
  }

  /** What annotations can say to the container, who takes the write side unless he is told. */
  private void tellTheContainer() {
    Candidate shared =
        Candidate.changing(
                LockChange.READ_WRITE,
                "Mark what changes nothing with @Lock(LockType.READ): the container then lets its"
                    + " callers in side by side.",
                threads("readers", LockState.PER_WORKER, 0),
                1)
            .provided("what it calls may be called by several threads" + guards(", %s among it"));
    List<String> written = fields(Region::writes);
    ways.add(
        ours(
            written.isEmpty()
                ? shared
                : shared.refusedBecause("it changes " + Fields.names(written))));
    boolean waits = !situation.work().heldWaiting().isZero();
    Candidate own =
        Candidate.changing(
                waits ? LockChange.MOVE_WAITING_OUT : LockChange.NARROW,
                Words.format(
                    "Take over with @ConcurrencyManagement(BEAN), and guard what %s keeps with a"
                        + " lock of its own, held only while it changes.",
                    Fields.simple(use.lock().declared().className())),
                threads("ownLock", LockState.NARROWED, 0),
                2)
            .provided(
                "no caller needs several calls to be one step"
                    + guards(", and %s is looked at again after waiting"));
    ways.add(ours(own));
  }

  private void concurrentCollection() {
    Candidate concurrent =
        Candidate.changing(
                LockChange.CONCURRENT_COLLECTION,
                "Use a collection of java.util.concurrent instead of " + use.lock().words() + ".",
                threads("concurrent", LockState.STRIPED, stripes()),
                1)
            .provided("no caller locks the collection itself for a compound step");
    ways.add(ours(concurrent));
  }

  private void ownGenerator() {
    ways.add(
        Candidate.changing(
                LockChange.PER_INSTANCE,
                "Draw from ThreadLocalRandom.current(), or give each task a SplittableRandom of its"
                    + " own.",
                threads("perWorker", LockState.PER_WORKER, 0),
                1)
            .provided("the numbers need not come from one sequence"));
  }

  /** What each task adds up by itself is told to others once. */
  private void confine() {
    if (situation.says("counter-under-lock") && situation.fed()) {
      ways.add(
          Candidate.changing(
                  LockChange.CONFINE,
                  Words.format(
                      "Let each task add up in variables of its own, and take %s once, at its end,"
                          + " for the sums.",
                      use.lock().words()),
                  threads("confined", LockState.PER_WORKER, 0),
                  1)
              .provided("nobody looks at the sums while tasks run"));
    }
  }

  private void adder() {
    if (situation.says("counter-under-lock")) {
      ways.add(
          Candidate.changing(
                  LockChange.ADDER,
                  "Count in a LongAdder, or an AtomicLong when each step needs the sum, and drop"
                      + " the lock.",
                  threads("adder", LockState.PER_WORKER, 0),
                  1)
              .provided("the count is no part of a compound step"));
    }
  }

  private void split() {
    if (situation.says("disjoint-state-lock")) {
      ways.add(
          Candidate.changing(
                  LockChange.SPLIT,
                  "Give each state a lock of its own.",
                  threads("split", LockState.STRIPED, 2),
                  2)
              .provided("no invariant ties the states together"));
    }
  }

  private void moveWaitingOut() {
    if (situation.work().heldWaiting().isZero()) {
      return;
    }
    boolean scarce =
        connection()
            || OneConnection.talkedOverMeanwhile(situation.happenings(), situation.program());
    String text =
        use.lock().kind() == LockKind.MAP_BIN
            ? "Keep a future in the map and wait for it outside the compute function."
            : Words.format(
                "Release %s before the call that waits: copy what it needs, call, and take the lock"
                    + " again to store the answer.",
                use.lock().words());
    Candidate out =
        Candidate.changing(
                LockChange.MOVE_WAITING_OUT,
                text,
                threads("waitingOutside", LockState.WAITING_OUTSIDE, 0),
                2)
            .provided(
                "what is waited for takes several callers at once (one connection or file position"
                    + " does not)"
                    + guards(", and %s is looked at again afterwards"));
    ways.add(
        scarce
            ? out.refusedBecause(
                "the one connection that is waited for serves one caller at a time")
            : ours(out));
  }

  /** Whether the lock is a connection, or stands for the one that its passes talk over. */
  private boolean connection() {
    return use.lock().kind() == LockKind.SINGLE_CONNECTION
        || OneConnection.talkedOver(situation.happenings(), situation.program());
  }

  /** Readers side by side, when nothing that runs often changes what it reads. */
  private void readWrite() {
    if (!onlyReads()) {
      return;
    }
    List<String> counts = fields(Region::counts);
    Candidate shared =
        Candidate.changing(
                LockChange.READ_WRITE,
                Words.format(
                    "%sake the read side of %s where nothing %sis changed.",
                    counts.isEmpty()
                        ? "T"
                        : Words.format(
                            "Count %s in a LongAdder or an AtomicLong, and t",
                            Fields.names(counts)),
                    use.lock().kind() == LockKind.READ_WRITE_LOCK
                        ? use.lock().words() + " instead of the write side"
                        : "a ReentrantReadWriteLock instead of " + use.lock().words(),
                    counts.isEmpty() ? "" : "else "),
                threads("readers", LockState.NARROWED, 0),
                1)
            .provided("reading changes nothing" + guards(" in %s"));
    ways.add(ours(shared));
    ways.add(ours(snapshot()));
  }

  /** Dearer to write than the read side of a lock, and free of what readers pay for counting. */
  private Candidate snapshot() {
    return Candidate.changing(
            LockChange.SNAPSHOT,
            Words.format(
                "Read an immutable copy behind a volatile field without %s, and put a new copy"
                    + " there where something is changed.",
                use.lock().words()),
            threads("snapshot", LockState.PER_WORKER, 0),
            2)
        .provided("changes are rare, since each copies what is kept" + guards(" in %s"));
  }

  /** Whether all that often runs under it reads fields and changes nothing that outlives it. */
  private boolean onlyReads() {
    List<Region> heavy = use.hot().stream().filter(this::heavy).toList();
    return situation.work().heldWaiting().isZero()
        && use.regions().size() > heavy.size()
        && heavy.stream().anyMatch(region -> !region.reads().isEmpty())
        && heavy.stream()
            .allMatch(
                region ->
                    region.writes().isEmpty()
                        ? !situation.program().changesState(region.at().methodRef())
                        : region.onlyCounts() && region.calm());
  }

  /**
   * Whether it holds the lock for long beside the longest, or is the place that the finding is
   * about; who else writes for a moment disturbs few.
   */
  private boolean heavy(Region region) {
    Spot meant = situation.finding().at();
    if (region.at().methodRef().equals(meant.methodRef()) && region.at().line() == meant.line()) {
      return true;
    }
    double longest = use.hot().get(0).inside().total().middle();
    return region.inside().total().middle() >= BRIEF * longest;
  }

  private void narrow() {
    String text =
        Words.format(
            "Compute before taking %s and hold it only for the moment in which shared state"
                + " changes.",
            use.lock().words());
    Candidate narrow =
        Candidate.changing(LockChange.NARROW, text, threads("narrowed", LockState.NARROWED, 0), 2)
            .provided(narrowed());
    Optional<String> stays =
        connection()
            ? Optional.of("the one connection that is waited for serves one caller at a time")
            : new HeavyPart(situation)
                .staysBecause(fields(Region::reads), fields(Region::writes), apart());
    ways.add(ours(stays.map(narrow::refusedBecause).orElse(narrow)));
  }

  /** The share of the computing, at the place that the finding is about, that needs no lock. */
  private double apart() {
    Spot meant = situation.finding().at();
    return use.regions().stream()
        .filter(region -> region.at().methodRef().equals(meant.methodRef()))
        .mapToDouble(Region::apart)
        .max()
        .orElse(0);
  }

  private String narrowed() {
    List<String> reads = fields(Region::reads);
    return reads.isEmpty()
        ? "what runs outside touches only its own arguments and locals"
        : "what runs outside does not change "
            + Fields.names(reads)
            + ", and takes it along under the lock";
  }

  private void ownInstance() {
    boolean connection = connection();
    int permits = connection ? Downstream.CONNECTIONS : 0;
    String text =
        connection
            ? Words.format(
                "Keep a pool of %d connections and borrow one for each call.",
                Downstream.CONNECTIONS)
            : Words.format(
                "Give each worker its own %s, or borrow one from a small pool.",
                Fields.simple(use.lock().declared().className()));
    LockChange how =
        use.lock().ofSingleton() || connection ? LockChange.POOL : LockChange.PER_INSTANCE;
    Candidate own =
        Candidate.changing(how, text, sized("perWorker", LockState.PER_WORKER, 0, permits), 3)
            .provided("no caller needs what another caller left behind" + guards(" in %s"));
    if (keyed()) {
      own = own.refusedBecause("what is kept by key in a map must be found again by all");
    }
    Optional<String> looked = accumulated();
    if (!own.refused() && looked.isPresent()) {
      own =
          own.refusedBecause(
              "what one caller leaves in "
                  + Fields.names(List.of(looked.get()))
                  + " is what others look for");
    }
    // What is one by construction cannot be had twice: a class, a static field of foreign code.
    boolean foreignStatic = !use.lock().ours() && !use.lock().ofSingleton() && !connection;
    ways.add(
        foreignStatic && !own.refused()
            ? own.refusedBecause(
                "the lock is static in foreign code, so there is one of it in a JVM")
            : own);
  }

  /**
   * What the place that the finding is about adds to, and another method reads in order to hand it
   * out: there is one so that all find it.
   */
  private Optional<String> accumulated() {
    Spot meant = situation.finding().at();
    Set<String> added =
        use.regions().stream()
            .filter(region -> region.at().methodRef().equals(meant.methodRef()))
            .flatMap(region -> region.writes().stream())
            .filter(field -> field.endsWith("[]"))
            .map(field -> field.substring(0, field.length() - 2))
            .collect(Collectors.toSet());
    return use.regions().stream()
        .filter(region -> !region.at().methodRef().equals(meant.methodRef()))
        .filter(region -> !region.at().methodRef().descriptor().endsWith(")V"))
        .filter(region -> region.writes().isEmpty())
        .flatMap(region -> region.reads().stream())
        .filter(added::contains)
        .findFirst();
  }

  /** Whether its passes look up or keep something in a map. */
  private boolean keyed() {
    return use.hot().stream()
        .map(region -> region.at().methodRef())
        .distinct()
        .flatMap(method -> situation.program().calls(method).stream())
        .map(call -> call.callee().owner())
        .anyMatch(owner -> MAP.matcher(owner).matches());
  }

  private void stripe() {
    int stripes = stripes();
    String text =
        Words.format(
            keyed()
                ? "Take one of %d locks chosen by the key instead of %s, and keep what they guard"
                    + " in a ConcurrentHashMap, or in a map for each of them."
                : "Take one of %d locks chosen by the key instead of %s.",
            stripes,
            use.lock().words());
    Candidate stripe =
        Candidate.changing(
                LockChange.STRIPE, text, threads("striped", LockState.STRIPED, stripes), 3)
            .provided(
                "each call touches the state of one key only" + guards(" (%s is kept by key)"));
    ways.add(
        connection()
            ? stripe.refusedBecause("the one connection has no parts with a lock of their own")
            : ours(stripe));
  }

  private int stripes() {
    return STRIPES_PER_CORE * situation.machine().cores();
  }

  /** More of the same threads at the same lock: costed so that nobody has to believe it. */
  private void moreThreads() {
    int cores = situation.machine().cores();
    int more = Math.max(2 * cores, 2 * situation.baseline().parameters().poolSize());
    ways.add(
        Candidate.of(
            Model.THREADS,
            Words.format("Use %d platform threads at the same lock.", more),
            new Arm("moreThreads", Role.ALTERNATIVE, Model.THREADS, LockState.AS_IS, pool(more)),
            1));
    Candidate virtual =
        Candidate.of(
            Model.VIRTUAL_THREADS,
            "Use a virtual thread for each task at the same lock.",
            new Arm(
                "virtualThreads",
                Role.ALTERNATIVE,
                Model.VIRTUAL_THREADS,
                LockState.AS_IS,
                new Parameters(0, more, 0, 0, 0, 0)),
            1);
    ways.add(
        situation.program().target().virtualThreads()
            ? virtual
            : virtual.refusedBecause(
                Words.format(
                    "virtual threads come with Java 21, and this runs on %d",
                    situation.runtime())));
    ways.add(
        Candidate.of(
                Model.ASYNC,
                "Hand the work to completion stages.",
                new Arm(
                    "async",
                    Role.ALTERNATIVE,
                    Model.ASYNC,
                    LockState.AS_IS,
                    new Parameters(0, more, 0, 0, 0, 0)),
                3)
            .refusedBecause("a stage that takes the same lock queues at it like a thread"));
  }

  private Candidate ours(Candidate candidate) {
    if (candidate.refused() || use.lock().ours()) {
      return candidate;
    }
    return candidate.refusedBecause(
        "the lock is declared in foreign code (" + use.lock().declared().className() + ")");
  }

  /** A file that is open has one position: who does not wait at the lock waits for the file. */
  private Candidate refusedOnOneFile(Candidate candidate) {
    boolean changes =
        candidate.model() == Model.LOCK_CHANGE || candidate.model() == Model.PROCESSES;
    return changes
            && !candidate.refused()
            && OneConnection.onOneFile(situation.happenings(), situation.program())
        ? candidate.refusedBecause("the one file behind it takes one caller at a time")
        : candidate;
  }

  /** Where each pass needs what the last one left, none can run elsewhere or beside it. */
  private Candidate refusedInTurn(Candidate candidate) {
    boolean apart =
        candidate.arm().lock() == LockState.PER_WORKER
            || candidate.model() == Model.PROCESSES
            || candidate.model() == Model.NATIVE;
    boolean striped = candidate.arm().lock() == LockState.STRIPED;
    return HeavyPart.renewed(situation)
        .filter(renews -> !candidate.refused() && (apart || (striped && !renews.keyed())))
        .map(
            renews ->
                candidate.refusedBecause(
                    Words.format(
                        "each pass needs what the last one left in %s",
                        Fields.names(List.of(renews.field())))))
        .orElse(candidate);
  }

  /** Native code that needed a lock is not re-entrant: only another process has its own. */
  private Candidate refusedWhenNative(Candidate candidate) {
    boolean insideOneJvm =
        candidate.model() == Model.LOCK_CHANGE || candidate.model() == Model.NATIVE;
    boolean entersNative =
        use.lock().kind() == LockKind.NATIVE_INTERPRETER
            || use.regions().stream().anyMatch(r -> r.has(Happening.EntersNative.class));
    return insideOneJvm && entersNative && !candidate.refused()
        ? candidate.refusedBecause(
            "native code runs under the lock, and its state is one for the whole process")
        : candidate;
  }

  /** Fields that the hot regions touch in one way. */
  private List<String> fields(Function<Region, Set<String>> touched) {
    return use.hot().stream().map(touched).flatMap(Set::stream).distinct().sorted().toList();
  }

  private String guards(String phrase) {
    return use.guards().isEmpty()
        ? ""
        : Words.format(phrase, Fields.names(List.copyOf(use.guards())));
  }

  private Arm threads(String id, LockState lock, int stripes) {
    return sized(id, lock, stripes, 0);
  }

  private Arm sized(String id, LockState lock, int stripes, int permits) {
    int threads = situation.baseline().parameters().poolSize();
    return new Arm(
        id,
        Role.ALTERNATIVE,
        Model.THREADS,
        lock,
        new Parameters(threads, 0, 0, 0, stripes, permits));
  }

  private static Parameters pool(int size) {
    return new Parameters(size, 0, 0, 0, 0, 0);
  }
}
