package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways of guarding what a lock keeps by something that keeps fewer callers out: by parts, by
 * readers and writers, for a shorter time, or by nothing where each task counts for itself.
 */
final class GuardWays {

  // Writers that hold it for so much of the time of a reader let readers share it nearly always.
  private static final double BRIEF = 0.2;

  private final HeldLock lock;
  private final Situation situation;
  private final LockUse use;
  private final List<Candidate> ways = new ArrayList<>();

  private GuardWays(HeldLock lock) {
    this.lock = lock;
    this.situation = lock.situation();
    this.use = lock.use();
  }

  /** Those that need no lock any more, or one for each part. */
  static List<Candidate> apart(HeldLock lock) {
    GuardWays guards = new GuardWays(lock);
    guards.confine();
    guards.adder();
    guards.split();
    return guards.ways;
  }

  /** Those that hold the lock for less time, or let readers in. */
  static List<Candidate> briefer(HeldLock lock) {
    GuardWays guards = new GuardWays(lock);
    guards.readWrite();
    guards.narrow();
    return guards.ways;
  }

  /** One of several locks, by what is asked for. */
  static Candidate striped(HeldLock lock) {
    return new GuardWays(lock).stripe();
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
                  lock.threads("confined", LockState.PER_WORKER, 0),
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
                  lock.threads("adder", LockState.PER_WORKER, 0),
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
                  lock.threads("split", LockState.STRIPED, 2),
                  2)
              .provided("no invariant ties the states together"));
    }
  }

  /** Readers side by side, when nothing that runs often changes what it reads. */
  private void readWrite() {
    if (!onlyReads()) {
      return;
    }
    Candidate shared =
        Candidate.changing(
                LockChange.READ_WRITE,
                readSide(),
                lock.threads("readers", LockState.NARROWED, 0),
                1)
            .provided("reading changes nothing" + lock.guards(" in %s"));
    ways.add(lock.ours(shared));
    ways.add(lock.ours(snapshot()));
  }

  private String readSide() {
    String side =
        use.lock().kind() == LockKind.READ_WRITE_LOCK
            ? use.lock().words() + " instead of the write side"
            : "a ReentrantReadWriteLock instead of " + use.lock().words();
    List<String> counts = lock.fields(Region::counts);
    return counts.isEmpty()
        ? Words.format("Take the read side of %s where nothing is changed.", side)
        : Words.format(
            "Count %s in a LongAdder or an AtomicLong, and take the read side of %s where nothing"
                + " else is changed.",
            Fields.names(counts), side);
  }

  /** Dearer to write than the read side of a lock, and free of what readers pay for counting. */
  private Candidate snapshot() {
    return Candidate.changing(
            LockChange.SNAPSHOT,
            Words.format(
                "Read an immutable copy behind a volatile field without %s, and put a new copy"
                    + " there where something is changed.",
                use.lock().words()),
            lock.threads("snapshot", LockState.PER_WORKER, 0),
            2)
        .provided("changes are rare, since each copies what is kept" + lock.guards(" in %s"));
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
    if (lock.meant(region) && region.at().line() == situation.finding().at().line()) {
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
        Candidate.changing(
                LockChange.NARROW, text, lock.threads("narrowed", LockState.NARROWED, 0), 2)
            .provided(lock.narrowed());
    Optional<String> stays =
        lock.connection()
            ? Optional.of("the one connection that is waited for serves one caller at a time")
            : new HeavyPart(situation)
                .staysBecause(
                    lock.fields(Region::reads), lock.fields(Region::writes), lock.apart());
    ways.add(lock.ours(stays.map(narrow::refusedBecause).orElse(narrow)));
  }

  private Candidate stripe() {
    int stripes = lock.stripes();
    String text =
        Words.format(
            lock.keyed()
                ? "Take one of %d locks chosen by the key instead of %s, and keep what they guard"
                    + " in a ConcurrentHashMap, or in a map for each of them."
                : "Take one of %d locks chosen by the key instead of %s.",
            stripes,
            use.lock().words());
    Candidate stripe =
        Candidate.changing(
                LockChange.STRIPE, text, lock.threads("striped", LockState.STRIPED, stripes), 3)
            .provided(
                "each call touches the state of one key only"
                    + lock.guards(" (%s is kept by key)")
                    + counted());
    Optional<String> single = lock.oneForAllKeys();
    if (single.isPresent()) {
      return stripe.refusedBecause(
          Words.format("there is one %s for all keys", Fields.names(List.of(single.get()))));
    }
    if (lock.connection()) {
      return stripe.refusedBecause("the one connection has no parts with a lock of their own");
    }
    if (OneConnection.talkedOverMeanwhile(situation.happenings(), situation.program())) {
      return stripe.refusedBecause(
          "what is said over one stream has no parts with a lock of their own");
    }
    return lock.keyed() || handedKey()
        ? lock.ours(stripe)
        : stripe.refusedBecause("its callers hand in nothing that could be a key");
  }

  /** What two stripes would add to at once. */
  private String counted() {
    List<String> counts = lock.fields(Region::counts);
    return counts.isEmpty()
        ? ""
        : Words.format(", and %s becomes a LongAdder", Fields.names(counts));
  }

  /** Whether any of its daily passages is told what it is about. */
  private boolean handedKey() {
    return use.hot().stream().anyMatch(region -> !region.at().descriptor().startsWith("()"));
  }
}
