package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways of changing one lock. Advice that is unsafe is worse than none: a change is offered only
 * when the model shows nothing against it, and says what must hold.
 */
final class LockWays {

  private final Situation situation;
  private final LockUse use;
  private final HeldLock lock;
  private final List<Candidate> ways = new ArrayList<>();

  private LockWays(Situation situation, LockUse use) {
    this.situation = situation;
    this.use = use;
    this.lock = new HeldLock(situation, use);
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
      case TOOL -> ways.ownTool();
      case MAP_BIN -> ways.moveWaitingOut();
      default -> {
        if (use.lock().ofContainer()) {
          ways.tellTheContainer();
        } else {
          ways.changeTheLock();
        }
      }
    }
    ways.processes();
    ways.moreThreads();
    Optional<String> harm = Harm.of(situation.finding());
    return ways.ways.stream()
        .map(new LockObjections(ways.lock)::to)
        .map(way -> Harm.refuse(way, harm))
        .flatMap(way -> Stream.concat(Stream.of(way), MoreThreads.after(way, situation).stream()))
        .toList();
  }

  private void changeTheLock() {
    ways.addAll(GuardWays.apart(lock));
    moveWaitingOut();
    ways.addAll(GuardWays.briefer(lock));
    ownInstance();
    ways.add(GuardWays.striped(lock));
    ways.add(Ways.nativeKernel(situation).provided(lock.narrowed()));
  }

  /** What annotations can say to the container, who takes the write side unless he is told. */
  private void tellTheContainer() {
    Candidate shared =
        Candidate.changing(
                LockChange.READ_WRITE,
                "Mark what changes nothing with @Lock(LockType.READ): the container then lets its"
                    + " callers in side by side.",
                lock.threads("readers", LockState.PER_WORKER, 0),
                1)
            .provided(
                "what it calls may be called by several threads" + lock.guards(", %s among it"));
    List<String> written = lock.fields(Region::writes);
    ways.add(
        lock.ours(
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
                lock.threads("ownLock", LockState.NARROWED, 0),
                2)
            .provided(
                "no caller needs several calls to be one step"
                    + lock.guards(", and %s is looked at again after waiting"));
    ways.add(lock.ours(own));
  }

  private void concurrentCollection() {
    Candidate concurrent =
        Candidate.changing(
                LockChange.CONCURRENT_COLLECTION,
                "Use a collection of java.util.concurrent instead of " + use.lock().words() + ".",
                lock.threads("concurrent", LockState.STRIPED, lock.stripes()),
                1)
            .provided("no caller locks the collection itself for a compound step");
    ways.add(lock.ours(concurrent));
  }

  private void ownGenerator() {
    ways.add(
        Candidate.changing(
                LockChange.PER_INSTANCE,
                "Draw from ThreadLocalRandom.current(), or give each task a SplittableRandom of its"
                    + " own.",
                lock.threads("perWorker", LockState.PER_WORKER, 0),
                1)
            .provided("the numbers need not come from one sequence"));
  }

  /** Nobody needs a lock for what he need not share. */
  private Candidate ownTools(List<String> tools) {
    return Candidate.changing(
            LockChange.PER_INSTANCE,
            Words.format(
                "Make %s for each thread or each task, or keep it in a ThreadLocal, and drop %s.",
                Fields.names(tools), use.lock().words()),
            lock.threads("perWorker", LockState.PER_WORKER, 0),
            1)
        .provided("all of them are set up alike" + lock.guards(", and %s is nothing else"));
  }

  private void ownTool() {
    ways.add(
        Candidate.changing(
                LockChange.PER_INSTANCE,
                Words.format(
                    "Each call of %s takes its lock. Give each thread or each task one of its own,"
                        + " or keep it in a ThreadLocal.",
                    use.lock().words()),
                lock.threads("perWorker", LockState.PER_WORKER, 0),
                1)
            .provided("all of them are set up alike"));
  }

  private void moveWaitingOut() {
    if (situation.work().heldWaiting().isZero()) {
      return;
    }
    boolean scarce =
        lock.connection()
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
                lock.threads("waitingOutside", LockState.WAITING_OUTSIDE, 0),
                2)
            .provided(
                "what is waited for takes several callers at once (one connection or file position"
                    + " does not)"
                    + lock.guards(", and %s is looked at again afterwards"));
    Optional<String> hangs = HeavyPart.hangsOnWhatWas(situation);
    ways.add(
        scarce
            ? out.refusedBecause(
                "the one connection that is waited for serves one caller at a time")
            : hangs.map(out::refusedBecause).orElseGet(() -> lock.ours(out)));
  }

  private void ownInstance() {
    List<String> tools = Unsafe.onlyTools(use, situation.program());
    if (!tools.isEmpty() && use.lock().ours()) {
      ways.add(ownTools(tools));
      return;
    }
    boolean connection = lock.connection();
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
        Candidate.changing(how, text, lock.sized("perWorker", LockState.PER_WORKER, 0, permits), 3)
            .provided("no caller needs what another caller left behind" + lock.guards(" in %s"));
    Optional<String> common = lock.commonBecause();
    if (common.isPresent()) {
      own = own.refusedBecause(common.get());
    }
    // What is one by construction cannot be had twice: a class, a static field of foreign code.
    boolean foreignStatic = !use.lock().ours() && !use.lock().ofSingleton() && !connection;
    ways.add(
        foreignStatic && !own.refused()
            ? own.refusedBecause(
                "the lock is static in foreign code, so there is one of it in a JVM")
            : own);
  }

  /** Each process has its own of what is guarded, which must not be one for all. */
  private void processes() {
    Candidate apart = Ways.processes(situation);
    Optional<String> common = lock.commonBecause();
    ways.add(common.isPresent() ? apart.refusedBecause(common.get()) : apart);
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

  private static Parameters pool(int size) {
    return new Parameters(size, 0, 0, 0, 0, 0);
  }
}
