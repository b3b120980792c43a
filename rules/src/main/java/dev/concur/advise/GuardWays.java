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
                      "Let each task add up in %s of its own, and take %s once, at its end, for the"
                          + " sums.",
                      byKey() ? "a map" : "variables", use.lock().words()),
                  lock.threads("confined", LockState.PER_WORKER, 0),
                  1)
              .provided("nobody looks at the sums while tasks run"));
    }
  }

  private void adder() {
    if (situation.says("counter-under-lock") || guardsOnlyNumbers()) {
      ways.add(
          Candidate.changing(
                  LockChange.ADDER,
                  byKey()
                      ? "Keep a LongAdder for each key in a ConcurrentHashMap"
                          + " (computeIfAbsent(key, k -> new LongAdder()).add(n)), and drop the"
                          + " lock."
                      : "Count in a LongAdder, or an AtomicLong when each step needs the sum (numbers"
                          + " in an array in an AtomicLongArray), and drop the lock.",
                  lock.threads("adder", LockState.PER_WORKER, 0),
                  1)
              .provided(
                  byKey()
                      ? "a report need not be of one moment, and nobody decides by a count"
                      : "the count is no part of a compound step"));
    }
  }

  /**
   * Whether nothing but numbers that are added to needs the lock, whatever is computed under it. A
   * lock around a device or around strangers may be there for these, and one under which any other
   * field is read for what that holds.
   */
  private boolean guardsOnlyNumbers() {
    return !use.guards().isEmpty()
        && use.regions().stream().allMatch(this::onlyNumbers)
        && Unsafe.computing(situation.happenings(), situation.program()).isEmpty();
  }

  private boolean onlyNumbers(Region region) {
    return region.onlyCounts() && region.calm() && use.guards().containsAll(region.reads());
  }

  /** Whether what is counted is kept under keys. */
  private boolean byKey() {
    return use.hot().stream()
        .anyMatch(region -> !region.counts().isEmpty() && region.onlyTallies());
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
    List<String> counts = lock.fields(Region::numbers);
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
    boolean scarce = lock.scarce();
    Candidate narrow = scarce ? computeOutside() : changeInside();
    Optional<String> stays =
        scarce && situation.mostlyWaits()
            ? Optional.of(lock.scarceWords())
            : new HeavyPart(situation)
                .staysBecause(
                    lock.fields(Region::reads), lock.fields(Region::writes), lock.apart());
    ways.add(lock.ours(stays.map(narrow::refusedBecause).orElse(narrow)));
  }

  private Candidate changeInside() {
    String text =
        Words.format(
            "Compute before taking %s and hold it only for the moment in which shared state"
                + " changes.",
            use.lock().words());
    return Candidate.changing(
            LockChange.NARROW, text, lock.threads("narrowed", LockState.NARROWED, 0), 2)
        .provided(lock.narrowed());
  }

  /** Who talks over one connection or reads one file needs the lock for that, and no longer. */
  private Candidate computeOutside() {
    String text =
        Words.format(
            "Hold %s while it reads or writes, and compute before it is taken or after it was given"
                + " back.",
            use.lock().words());
    return Candidate.changing(
            LockChange.NARROW,
            text,
            lock.threads("computingOutside", LockState.COMPUTING_OUTSIDE, 0),
            2)
        .provided(
            "what is computed outside is made of what was read for that call alone, and changes"
                + " nothing that others see");
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
    List<String> counts = lock.fields(Region::numbers);
    return counts.isEmpty()
        ? ""
        : Words.format(", and %s becomes a LongAdder", Fields.names(counts));
  }

  /** Whether any of its daily passages is told what it is about. */
  private boolean handedKey() {
    return use.hot().stream().anyMatch(region -> !region.at().descriptor().startsWith("()"));
  }
}
