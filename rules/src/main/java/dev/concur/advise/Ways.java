package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Spot;
import dev.concur.rule.Subject;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways of running tasks that do not touch a lock: what each would look like in one situation.
 */
final class Ways {

  // Each platform thread reserves a stack (1 MB by default); servlet containers stop at as many
  // (Tomcat: 200).
  private static final int MOST_THREADS = 200;

  // Ten workloads over pools, permits and processes of 3 to 32 at once: as many platform threads
  // were always as fast as virtual ones or faster, 1.02x to 1.3x.
  private static final int FEW = 32;

  // A crossing should cost no more than this share of the work it carries.
  private static final double CROSSING_SHARE = 0.02;

  private static final int LARGEST_BATCH = 1_024;

  // Four chunks a core even out rounds of different length; java.util.stream splits as finely.
  private static final int CHUNKS = 4;

  // Less than this of the computing in one kernel leaves too little to gain from it (Amdahl).
  private static final double ONE_KERNEL = 0.8;

  private Ways() {}

  /** All of them, each with its objection when it is out of the question. */
  static List<Candidate> all(Situation situation) {
    List<Candidate> ways = new ArrayList<>();
    ways.add(leave(situation));
    ways.add(threads(situation));
    if (situation.perhapsWaits()) {
      ways.add(sizedPool(situation));
    }
    ways.add(virtualThreads(situation));
    ways.add(async(situation));
    ways.add(processes(situation));
    ways.add(nativeKernel(situation));
    return ways;
  }

  static Candidate leave(Situation situation) {
    Arm asItIs = situation.baseline();
    return Candidate.of(Model.SEQUENTIAL, Remedy.LEAVE, asItIs, 0);
  }

  static Candidate threads(Situation situation) {
    return situation.mostlyWaits() ? sizedPool(situation) : oneThreadPerCore(situation);
  }

  private static Candidate oneThreadPerCore(Situation situation) {
    int cores = situation.machine().cores();
    int chunk = (int) Math.ceil(situation.work().tasks().middle() / (CHUNKS * (double) cores));
    Arm arm = arm("threads", Model.THREADS, new Parameters(cores, 0, chunk, 0, 0, 0));
    boolean parts = situation.finding().subject() instanceof Subject.OfLoop of && of.loop().parts();
    String text =
        parts
            ? Words.format(
                "Split no further than into slices, %d a core: compare with the size of all divided"
                    + " by that instead of a constant.",
                CHUNKS)
            : Words.format(
                "Compute on %d platform threads, one a core%s: a parallel stream, a fork/join task,"
                    + " or a fixed pool.",
                cores, chunk > 1 ? Words.format(", in slices, %d a core", CHUNKS) : "");
    Candidate threads = Candidate.of(Model.THREADS, text, arm, 1);
    return Owned.by(
        situation,
        cautious(
            situation.sizesUnknown() ? threads.provided(enough(situation)) : threads, situation));
  }

  /** How many rounds of the least cost pay for the start, so that it never loses. */
  private static String enough(Situation situation) {
    double cores = situation.machine().cores();
    double saved = situation.work().cpu().low() * (1 - 1 / (cores * Laws.ALL_CORES));
    return Words.format(
        "there are %.0f elements or more: for fewer the start may cost more than it brings",
        Math.max(2, Math.ceil(Laws.SPLIT_NANOS / Math.max(1, saved))));
  }

  private static Candidate sizedPool(Situation situation) {
    int size = poolSize(situation);
    String id = situation.perhapsWaits() ? "moreThreads" : "threads";
    Arm arm = arm(id, Model.THREADS, new Parameters(size, 0, 0, 0, 0, 0));
    String text =
        Words.format(
            "Run the tasks in a pool of %d platform threads: %s.", size, whySo(size, situation));
    int effort = fewAtOnce(situation) ? 1 : 2;
    return Owned.by(situation, cautious(Candidate.of(Model.THREADS, text, arm, effort), situation));
  }

  /**
   * Whether what is waited for bears so few at once that a pool of as many threads costs nothing:
   * its size is the bound that virtual threads would need a semaphore for. Where tasks have threads
   * already, to exchange what starts them is a line.
   */
  private static boolean fewAtOnce(Situation situation) {
    return bearable(situation) <= FEW
        && situation.finding().subject() instanceof Subject.OfLoop one
        && !one.loop().parallel();
  }

  /** What sets the size of a pool; the rest would bear more. */
  private static String whySo(int size, Situation situation) {
    if (size == (int) formula(situation)) {
      return Words.format("cores x (1 + wait / compute) = %.0f", formula(situation));
    }
    if (size == MOST_THREADS) {
      return "more seldom pay for their memory";
    }
    if (size != admitted(situation)) {
      return "one for each task";
    }
    return size == bearable(situation)
        ? "the other side bears no more"
        : "a connection that is not free is waited for, and few databases bear more";
  }

  /**
   * Cores x (1 + wait / compute), Goetz 2006, for the least that a task is likely to compute and
   * the most that it is likely to wait: threads too many cost less than threads too few.
   */
  private static double formula(Situation situation) {
    Load load = Scenarios.mostThreads(situation.work());
    double computing = load.computing() + Laws.POOL_HAND_OFF_NANOS + Laws.THREAD_SWITCH_NANOS;
    return situation.machine().cores() * (1 + load.waits() / computing);
  }

  static int poolSize(Situation situation) {
    double most = Math.min(formula(situation), Math.min(MOST_THREADS, admitted(situation)));
    return (int) Math.max(1, Math.min(most, atMost(situation)));
  }

  /**
   * Tasks that there may be: nobody should be kept waiting by a guess that was too small, and
   * threads that find nothing to do cost little.
   */
  private static double atMost(Situation situation) {
    Interval tasks = situation.work().tasks();
    return Math.max(tasks.middle(), Math.min(MOST_THREADS, tasks.high()));
  }

  static Candidate virtualThreads(Situation situation) {
    int inFlight = inFlight(situation);
    Arm arm =
        arm(
            "virtualThreads",
            Model.VIRTUAL_THREADS,
            new Parameters(0, inFlight, 0, 0, 0, inFlight));
    String text =
        Words.format(
            "Run each task on a virtual thread (Executors.newVirtualThreadPerTaskExecutor) and let"
                + " a semaphore of %d permits bound what is in flight.",
            inFlight);
    int effort = fewAtOnce(situation) ? 2 : 1;
    Candidate virtual =
        Owned.by(
            situation, cautious(Candidate.of(Model.VIRTUAL_THREADS, text, arm, effort), situation));
    if (!situation.program().target().virtualThreads()) {
      return virtual.refusedBecause(
          Words.format(
              "virtual threads come with Java 21, and this runs on %d", situation.runtime()));
    }
    if (!situation.mostlyWaits() && !situation.perhapsWaits()) {
      return virtual.refusedBecause(
          "the tasks compute, and a virtual thread needs a core for that like any other");
    }
    if (situation.waitsFor(Kind.DISK)) {
      return virtual.refusedBecause(
          "a wait for a file keeps its carrier, so virtual threads wait there like a small pool");
    }
    if (situation.program().target().monitorsPin()) {
      return virtual.provided(
          Words.format(
              "no monitor is held while waiting, since Java %d pins the carrier then",
              situation.runtime()));
    }
    return virtual;
  }

  static Candidate async(Situation situation) {
    int inFlight = inFlight(situation);
    Arm arm = arm("async", Model.ASYNC, new Parameters(0, inFlight, 0, 0, 0, 0));
    Optional<Twins.Twin> own = OwnTwins.of(situation);
    Optional<Twins.Twin> twin = own.or(() -> Twins.of(situation));
    String call = twin.map(Twins.Twin::words).orElse("a non-blocking call");
    String text =
        Words.format(
            "Start all with %s and join the futures; no thread waits, and at most %d are in"
                + " flight.",
            call, inFlight);
    int effort = Runners.mustNotBlock(situation) || own.isPresent() ? 1 : 3;
    Candidate async =
        Owned.by(situation, cautious(Candidate.of(Model.ASYNC, text, arm, effort), situation));
    if (!situation.mostlyWaits()) {
      return async.refusedBecause(
          "the tasks compute, so there is no wait that a callback could end");
    }
    return twin.isEmpty()
        ? async.refusedBecause("no non-blocking twin of the call that waits is known")
        : async;
  }

  static Candidate processes(Situation situation) {
    int workers = situation.machine().cores();
    int batch = batch(situation);
    Arm arm =
        new Arm(
            "processes",
            Role.ALTERNATIVE,
            Model.PROCESSES,
            situation.work().locked() ? LockState.PER_WORKER : LockState.NONE,
            new Parameters(0, 0, batch, workers, 0, 0));
    String text =
        Words.format(
            "Run the work in %d worker processes and send it over in batches of %d: each JVM has a"
                + " lock, a heap and statics of its own.",
            workers, batch);
    return Candidate.of(Model.PROCESSES, text, arm, 5)
        .provided("what a task needs and gives can be sent over, and no state must be one for all");
  }

  /**
   * The smallest power of two that spreads a crossing thinly over the work it carries; no larger
   * than each worker's part of the tasks that are there at once.
   */
  static int batch(Situation situation) {
    double total = Math.max(1, Load.middle(situation.work()).total());
    double there = Load.middle(situation.work()).tasks() / situation.machine().cores();
    double largest = Math.min(LARGEST_BATCH, there);
    int batch = 1;
    while (2 * batch <= largest && Laws.CROSSING_NANOS / batch > CROSSING_SHARE * total) {
      batch *= 2;
    }
    return batch;
  }

  static Candidate nativeKernel(Situation situation) {
    LockState lock = situation.work().locked() ? LockState.NARROWED : LockState.NONE;
    int pool = situation.work().locked() ? situation.machine().cores() : 1;
    Arm arm =
        new Arm(
            "kernel", Role.ALTERNATIVE, Model.NATIVE, lock, new Parameters(pool, 0, 0, 0, 0, 0));
    Optional<Spot> kernel = kernel(situation);
    String text =
        Words.format(
            "Move the numeric kernel%s into vector or native code%s.",
            kernel.map(at -> " " + at.className() + "." + at.method()).orElse(""),
            situation.work().locked() ? ", called outside the lock" : "");
    Candidate candidate =
        Candidate.of(Model.NATIVE, text, arm, 4)
            .provided(
                situation.runtime() >= 22
                    ? "the kernel reads only its arguments; Vector API (incubating: --add-modules"
                        + " jdk.incubator.vector) or a native library through the foreign"
                        + " function API"
                    : "the kernel reads only its arguments; Vector API (incubating: --add-modules"
                        + " jdk.incubator.vector) or an existing native library through JNI");
    return kernel.isPresent()
        ? candidate
        : candidate.refusedBecause("no single numeric kernel over arrays dominates the computing");
  }

  /**
   * The method over arrays of numbers in which nearly all the computing happens. It must be one of
   * its own, called from here and calling nobody, so that it can move and reads what it is given.
   */
  private static Optional<Spot> kernel(Situation situation) {
    double computing = Load.middle(situation.work()).computing();
    return situation.happenings().stream()
        .filter(Happening.Computes.class::isInstance)
        .map(Happening.Computes.class::cast)
        .filter(computes -> computes.kind() == Kind.MATHS || computes.kind() == Kind.OTHER)
        .filter(computes -> computes.nanos().middle() >= ONE_KERNEL * computing)
        .map(computes -> leaf(computes.chain()))
        .flatMap(Optional::stream)
        .filter(Ways::takesNumbers)
        .filter(at -> !at.methodRef().equals(situation.finding().at().methodRef()))
        .filter(at -> situation.program().calls(at.methodRef()).isEmpty())
        .findFirst();
  }

  private static Optional<Spot> leaf(List<Spot> chain) {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
  }

  private static boolean takesNumbers(Spot at) {
    String parameters = at.descriptor().replaceAll("\\).*", "");
    return parameters.matches(".*\\[[DFIJ].*");
  }

  static int inFlight(Situation situation) {
    return (int) Math.max(1, Math.min(admitted(situation), atMost(situation)));
  }

  /** How many may ask at once; those that the other side does not bear wait there. */
  private static int admitted(Situation situation) {
    boolean unseen =
        situation.waitsFor(Kind.DATABASE)
            && Workloads.permits(situation.happenings(), situation.program()).isEmpty();
    return unseen ? Math.max(Downstream.CALLERS, bearable(situation)) : bearable(situation);
  }

  private static int bearable(Situation situation) {
    return situation.work().capacity();
  }

  /** Side by side only when what the finding lists as cautions was looked at. */
  private static Candidate cautious(Candidate candidate, Situation situation) {
    String cautions = Cautions.of(situation.finding().subject());
    return cautions.isEmpty() ? candidate : candidate.provided(cautions);
  }

  private static Arm arm(String id, Model model, Parameters sizes) {
    return new Arm(id, Role.ALTERNATIVE, model, LockState.NONE, sizes);
  }
}
