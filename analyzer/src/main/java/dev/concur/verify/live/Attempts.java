package dev.concur.verify.live;

import dev.concur.weave.Coverage;
import dev.concur.weave.Held;
import dev.concur.weave.Jail;
import dev.concur.weave.Stub;
import dev.concur.weave.Weaver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;

/** Calls of the method with one kind of values after the other, and what came of them. */
final class Attempts {

  /** A call so much shorter than expected was not a run of the task. */
  static final double FAR_OFF = 30;

  /** A call that runs more than this share of the lines was no early exit. */
  private static final double MOSTLY_COVERED = .5;

  /** Of fewer lines a share says nothing. */
  private static final int FEWEST_LINES = 3;

  /** So many kinds of values are looked at together. */
  private static final int MOST_TOGETHER = 16;

  /** Longer calls are not the ones to try further things with, ns. */
  private static final double LONG = 400e6;

  /** So much slower than before, it is looked at once more. */
  private static final double SLOWER = 2;

  /** A call that takes this long need not grow, ns. */
  private static final double ENOUGH = 30e6;

  private final Weaver weaver;
  private final BiConsumer<String, String> report;

  private boolean called;
  private boolean fine;
  private boolean representative;
  private boolean covered;
  private String lastProblem = "";
  private Optional<Throwable> lastThrown = Optional.empty();
  private double lastNanos;
  private double lastShare;
  private double expectedNanos;
  private Optional<LiveSettings> best = Optional.empty();
  private double bestNanos;
  private final List<Tried> returned = new ArrayList<>();

  /**
   * None yet.
   *
   * @param report told in a word and what belongs to it
   */
  Attempts(Weaver weaver, BiConsumer<String, String> report) {
    this.weaver = weaver;
    this.report = report;
  }

  /** Whether the last one mostly returned, with nothing refused. */
  boolean fine() {
    return fine;
  }

  /** Whether one took about as long as was expected. */
  boolean representative() {
    return representative;
  }

  /** Whether one did all its work, so that it need not take long. */
  boolean covered() {
    return covered;
  }

  /** What a call of the last one took, ns. */
  double nanos() {
    return lastNanos;
  }

  /** The share of the method's lines that the last one ran, 0..1. */
  double share() {
    return lastShare;
  }

  /** What the last one ended with, in words; {@code -} when it returned. */
  String problem() {
    return lastProblem;
  }

  /** The same as it was thrown, where that is known. */
  Optional<Throwable> thrown() {
    return lastThrown;
  }

  /** The values with which it took longest, of those that fit into windows. */
  Optional<LiveSettings> best() {
    return best;
  }

  /** Whether the last one took as long as a task should, or so long that more is a waste. */
  boolean enough() {
    return fine && (lastNanos > ENOUGH || (representative && lastNanos > expectedNanos));
  }

  /** Whether there was nothing yet to call it on or with. */
  boolean unmade() {
    return !called;
  }

  /** Nothing was found yet that can be played. */
  void beginAnew() {
    fine = false;
  }

  /** Tries one size of one kind of values; false when no larger one is worth a try. */
  boolean tried(LiveSettings made, long nanosPerHalf) {
    try {
      Jail.forgetRefusals();
      Stub.forgetLines();
      Subject.stubWith(made, 1);
      Half half = measure(Subject.load(made, weaver), made, nanosPerHalf);
      if (fine && made.of().waiting() && !waits(made, half) && half.answers > 0) {
        answerLate(made, half, nanosPerHalf);
      }
      return true;
    } catch (CannotMake reason) {
      Jail.refusals().forEach(what -> report.accept("refused", what));
      lastShare = 0;
      lastProblem = reason.reason();
      lastThrown = Optional.ofNullable(reason.getCause()).map(Subject::rootCause);
      report.accept(made.isInvented() ? "failed" : "uncaptured", reason.reason());
      return false;
    } catch (OutOfMemoryError tooLarge) {
      return false;
    }
  }

  /** What should wait may do so in what nobody at hand implements: then its stubs wait. */
  private void answerLate(LiveSettings made, Half half, long nanosPerHalf) throws CannotMake {
    if (made.with().answering() == 0) {
      LiveSettings late = made.answering(made.of().expectedNanos() / half.answers);
      measure(Subject.load(late, weaver), late, nanosPerHalf);
    }
  }

  /** Half of the time to warm up, the other half counts. */
  private Half measure(Subject subject, LiveSettings made, long nanosPerHalf) throws CannotMake {
    // The first call loads classes and says nothing of the others, but what throws throws again.
    long length = subject.call(0) ? nanosPerHalf : nanosPerHalf / 10;
    double share = coveredShare();
    Held.clear();
    Half first = new Half(subject, length);
    Stub.forgetSeen();
    Half second = later(first, subject, length);
    boolean warmed = Stub.lines() >= FEWEST_LINES && coveredShare() >= share;
    double drift = second.nanos / first.nanos;
    double making = subject.makingNanos();
    double nanos = Math.max(1, second.nanos - making);
    lastNanos = nanos;
    expectedNanos = made.of().expectedNanos();
    if (made.of().waiting() && second.leftWaiting && nanos * FAR_OFF < expectedNanos) {
      throw new CannotMake("it returns while another thread waits for it");
    }
    fine = second.normal >= .5 && Jail.refusals().isEmpty();
    called = true;
    boolean useful = fine && waits(made, second);
    boolean asExpected = nanos > making && nanos * FAR_OFF > made.of().expectedNanos();
    representative |= useful && asExpected;
    boolean complete = share > MOSTLY_COVERED || Stub.lines() < FEWEST_LINES;
    double deepShare = useful && !asExpected && complete ? deepShare(List.of(made)) : 0;
    covered |= deepShare > MOSTLY_COVERED;
    lastShare = share;
    lastThrown = subject.thrown().map(Subject::rootCause);
    lastProblem = subject.problem().orElse("-");
    Jail.refusals().forEach(what -> report.accept("refused", what));
    double steadyDrift = warmed ? Math.max(1, drift) : drift;
    Tried tried = new Tried(made, nanos, making, second, steadyDrift, share, lastProblem);
    report.accept("size", tried.inWords(deepShare));
    if (useful && made.isInvented()) {
      returned.add(tried);
    }
    if (fine && nanos < LONG && nanos > bestNanos) {
      best = Optional.of(made);
      bestNanos = nanos;
    }
    return second;
  }

  /** What came of one kind of values: all that is reported but the lines that run deeper. */
  private record Tried(
      LiveSettings made,
      double nanos,
      double making,
      Half half,
      double drift,
      double share,
      String problem) {

    String inWords(double deepShare) {
      LiveSettings.Values with = made.with();
      return String.format(
          Locale.ROOT,
          "%d %d %d %.1f %.1f %.1f %.3f %.3f %d %.3f %.3f %.0f %s %s",
          with.call(),
          with.size(),
          with.variant(),
          nanos,
          making,
          half.waited,
          half.normal,
          drift,
          Jail.refusals().size(),
          share,
          deepShare,
          with.answering(),
          with.fill().isEmpty() ? "-" : String.join(",", new TreeSet<>(with.fill())),
          problem);
    }
  }

  /**
   * Where all values leave it far too short: whether the calls with different ones run most lines
   * between them. Then each does its part, as of a method that goes by the kind of what it is
   * given, and the longest stands for it.
   */
  void together() {
    List<Tried> different = different();
    if (representative || covered || different.size() < 2) {
      return;
    }
    Tried longest = Collections.max(different, Comparator.comparingDouble(Tried::nanos));
    try {
      double share = deepShare(different.stream().map(Tried::made).toList());
      covered = share > MOSTLY_COVERED;
      Jail.forgetRefusals();
      report.accept("size", longest.inWords(share));
    } catch (CannotMake onceOnly) {
      // What each of them showed alone is told.
    }
  }

  /** The longest with each kind of values, of the first few kinds. */
  private List<Tried> different() {
    Map<List<Object>, Tried> different = new LinkedHashMap<>();
    for (Tried each : returned) {
      LiveSettings.Values with = each.made.with();
      different.merge(
          List.of(with.variant(), with.fill()),
          each,
          BinaryOperator.maxBy(Comparator.comparingDouble(Tried::nanos)));
    }
    return different.values().stream().limit(MOST_TOGETHER).toList();
  }

  /** Another one; what piles up goes on to do so, what the machine disturbed does not. */
  private static Half later(Half first, Subject subject, long length) {
    Half second = new Half(subject, length);
    if (second.nanos < SLOWER * first.nanos) {
      return second;
    }
    Half third = new Half(subject, length);
    return third.nanos < second.nanos ? third : second;
  }

  private static boolean waits(LiveSettings made, Half half) {
    return !made.of().waiting()
        || half.waited * FAR_OFF > made.of().expectedNanos()
        || half.waited * 10 > half.nanos;
  }

  /**
   * The share of lines that run in all methods of the user's that calls enter, itself among them.
   * Told in a run of its own, since telling takes time.
   */
  private double deepShare(List<LiveSettings> all) throws CannotMake {
    try (LiveLoader loader = new LiveLoader(all.get(0).of().classPath(), weaver.covering())) {
      List<Subject> subjects = new ArrayList<>();
      for (LiveSettings each : all) {
        subjects.add(
            each.isInvented() ? Subject.load(each, loader) : Subject.load(each, weaver.covering()));
      }
      subjects.forEach(subject -> subject.call(0));
      Coverage.forget();
      subjects.forEach(subject -> subject.call(0));
    } catch (IOException unreadable) {
      throw new CannotMake("its class path cannot be read", unreadable);
    }
    int entered = Coverage.ofEntered();
    return entered < FEWEST_LINES ? 0 : (double) Coverage.run() / entered;
  }

  private static double coveredShare() {
    return Stub.lines() < FEWEST_LINES ? 0 : (double) Stub.linesSeen() / Stub.lines();
  }
}
