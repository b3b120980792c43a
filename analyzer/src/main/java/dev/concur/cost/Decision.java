package dev.concur.cost;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Provenance;
import dev.concur.read.MethodFacts;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the waiting and the computing of a method make of it: its bound, and how sure that is.
 *
 * <p>How sure is what was counted of labels of the same sort on applications before anybody had
 * looked at them; see applications.md, "How sure".
 */
final class Decision {

  /** What reading or writing a file takes at least when no cache answers, ns. */
  private static final double DISK = 100_000;

  /** Nobody does these by the way, and whoever does, mostly does much of it. */
  static final Set<Kind> PURPOSES =
      EnumSet.of(Kind.CRYPTO, Kind.COMPRESSION, Kind.IMAGE, Kind.MATHS);

  /**
   * Those of them that matter beside waiting. Loops over numbers are mostly how bytes are moved
   * from and to what is waited for: of six methods of others that they alone made mixed all waited.
   */
  private static final Set<Kind> BESIDE_WAITING =
      EnumSet.of(Kind.CRYPTO, Kind.COMPRESSION, Kind.IMAGE);

  /** From this part of the waiting on, what is computed on purpose matters. */
  private static final double PURPOSE = 0.08;

  /** As much of the time may be waiting where both matter; see {@link Bound#of}. */
  private static final double BESIDE = 0.85;

  /**
   * What is done with a file of the usual 300 lines from which on it matters beside the disk, ns:
   * files that were worth measuring had more lines than that, seldom fewer.
   */
  private static final double LINE_BY_LINE = 0.8 * Bound.CPU_MATTERS;

  /** Chains longer than this are believed less: false positives sit at 6 and more calls. */
  private static final int FAR = 5;

  /** An estimate that may be off by so much and still says the same is clear. */
  private static final double CLEARLY = 10;

  /** The same for computing, whose sizes are guessed more often. */
  private static final double FAR_BEYOND = 100;

  /**
   * What may compute for so long, by its upper bound, is not surely light, ns: loops over data of
   * unknown size have such bounds, and 2 of 13 of these labels were wrong, of the others 3 of 198.
   */
  private static final double PERHAPS_HEAVY = 20e6;

  /** The root of {@link #CLEARLY}: where waiting is in play as well, half a decade. */
  private static final double BEYOND = 3;

  /**
   * What fewer of the executions meet of waiting for other threads decides nothing. Libraries wait
   * for threads of their own behind many conditions: of three measured labels that hung on less
   * than this none was right.
   */
  private static final double BY_THE_WAY = 0.5;

  /** How much of a method could be seen. */
  record Sight(MethodFacts.Quality quality, boolean isNative) {
    static Sight of(MethodFacts method) {
      return new Sight(method.quality(), method.isNative());
    }
  }

  private final Tally tally;
  private final Sight sight;
  private final double computed;
  private final double cpu;
  private final double wait;
  private final Bound bound;

  Decision(Tally tally, Sight sight) {
    this.tally = tally;
    this.sight = sight;
    Interval likely = tally.likelyWaiting();
    Tempered believed = Tempered.of(tally.cpu, likely);
    this.computed = share(believed.computing(), tally.cpu);
    this.cpu = tally.warmCpu() * computed;
    this.wait = waited(tally, share(believed.waiting(), likely));
    this.bound = decided();
  }

  /** What decides of a tally: all but the other threads that are hardly ever waited for. */
  static Tally deciding(Tally tally) {
    return tally.chance(Kind.LOCK) < BY_THE_WAY ? tally.without(Set.of(Kind.LOCK)) : tally;
  }

  private static double share(Interval part, Interval whole) {
    return whole.middle() <= 0 ? 1 : part.middle() / whole.middle();
  }

  /** A disk that is asked at all may have to turn: so we count, however well buffered it is. */
  private static double waited(Tally tally, double believed) {
    double wait = tally.warmWait() * believed;
    boolean disk =
        tally.believed(Kind.DISK) && tally.part(Kind.DISK).middle() >= Bound.WAIT_MATTERS;
    return disk && wait >= Bound.WAIT_MATTERS ? Math.max(wait, DISK) : wait;
  }

  /** What limits the method. */
  Bound bound() {
    return bound;
  }

  /** What one call is said to cost. */
  Cost cost() {
    Tempered believed = Tempered.of(tally.cpu, tally.waiting());
    return new Cost(believed.computing(), believed.waiting(), Provenance.DERIVED);
  }

  private Bound decided() {
    if (sight.isNative()) {
      return Bound.UNKNOWN;
    }
    if (wait >= Bound.WAIT_MATTERS) {
      Bound bound = Bound.of(wait, cpu);
      boolean mixed = bound == Bound.IO && (onPurpose() || readsOn());
      return mixed ? Bound.MIXED : bound;
    }
    boolean complete = tally.missing.isEmpty();
    boolean seen = complete && tally.callsOut.isEmpty();
    boolean read = sight.quality() != MethodFacts.Quality.UNREAD;
    if (cpu >= Bound.CPU_MATTERS && (seen || cpu >= 2 * Bound.CPU_MATTERS || !callsOnly())) {
      return Bound.CPU;
    }
    return complete && read ? Bound.LIGHT : Bound.UNKNOWN;
  }

  /** Whether what it computes beside waiting is there for its own sake, and enough to matter. */
  private boolean onPurpose() {
    double nanos =
        tally.kinds(false).stream()
            .filter(kind -> BESIDE_WAITING.contains(kind) && tally.believed(kind))
            .mapToDouble(kind -> tally.part(kind).middle())
            .sum();
    return nanos * computed * (1 - tally.missedCpuShare())
        >= Math.max(Bound.CPU_MATTERS, PURPOSE * wait);
  }

  /**
   * Whether it works by itself on what it reads from a file: the longer the file, the more of the
   * time is computing, since the disk is asked for blocks and the work is done for lines. What one
   * call parses, such as settings, is short.
   */
  private boolean readsOn() {
    boolean disk = tally.part(Kind.DISK).middle() >= BESIDE * tally.waiting().middle();
    boolean own = tally.part(Kind.SERIALIZATION).middle() < tally.cpu.middle() / 2;
    return disk && own && cpu >= LINE_BY_LINE && wait <= BESIDE * (wait + cpu);
  }

  /**
   * Whether it does little but call others: handing work over takes some microseconds a task, and
   * calling what we do not see some nanoseconds, which is nothing to label a method by.
   */
  private boolean callsOnly() {
    double named =
        tally.kinds(false).stream()
            .filter(kind -> kind != Kind.OTHER)
            .mapToDouble(kind -> tally.part(kind).middle())
            .sum();
    return named < Bound.CPU_MATTERS;
  }

  /**
   * How sure the bound is.
   *
   * @param distance calls from the method to what decides
   */
  Confidence confidence(int distance) {
    if (sight.quality() == MethodFacts.Quality.SOURCE || tally.presumed) {
      return Confidence.LOW;
    }
    return switch (bound) {
      case IO -> waiting(distance);
      case CPU -> computing(distance);
      case MIXED -> sure(distance) ? Confidence.MEDIUM : Confidence.LOW;
      case LIGHT -> light();
      case UNKNOWN -> Confidence.LOW;
    };
  }

  /** Whether all was seen, near by, and no size had to be guessed. */
  private boolean sure(int distance) {
    return seen() && !tally.guessed && distance <= FAR;
  }

  private boolean seen() {
    return tally.missing.isEmpty() && tally.callsOut.isEmpty();
  }

  /**
   * Whoever asks a network, a database or a program waits, whatever else it does that we did not
   * see; though a database may be in the process. A disk is mostly answered by the page cache, and
   * other threads are waited for by the way, deep in libraries.
   */
  private Confidence waiting(int distance) {
    Kind kind = tally.kinds(true).stream().filter(tally::believed).findFirst().orElse(Kind.LOCK);
    return switch (kind) {
      case DISK ->
          sure(distance) && wait >= FAR_BEYOND * Math.max(Bound.WAIT_MATTERS, cpu)
              ? Confidence.MEDIUM
              : Confidence.LOW;
      case DATABASE -> Confidence.MEDIUM;
      case LOCK -> sure(distance) ? Confidence.HIGH : Confidence.LOW;
      default -> sure(distance) ? Confidence.HIGH : Confidence.MEDIUM;
    };
  }

  private Confidence computing(int distance) {
    if (wait >= Bound.WAIT_MATTERS) {
      return cpu >= BEYOND * wait * BESIDE / (1 - BESIDE) ? Confidence.MEDIUM : Confidence.LOW;
    }
    if (sure(distance) && cpu >= FAR_BEYOND * Bound.CPU_MATTERS) {
      return Confidence.HIGH;
    }
    return distance <= FAR ? Confidence.MEDIUM : Confidence.LOW;
  }

  /** Starting work elsewhere takes 5 to 150 us, and code that was not seen may do anything. */
  private Confidence light() {
    if (!seen() || tally.async) {
      return Confidence.LOW;
    }
    boolean clearly =
        CLEARLY * cpu < Bound.CPU_MATTERS
            && CLEARLY * wait < Bound.WAIT_MATTERS
            && tally.missedWait == 0
            && tally.cpu.high() < PERHAPS_HEAVY;
    return clearly && !tally.guessed ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
