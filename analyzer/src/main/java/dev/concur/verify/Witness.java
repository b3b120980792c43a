package dev.concur.verify;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.Locale;
import java.util.Set;

/**
 * What the flight recorder saw while the code played as it is: the place that took most time, and
 * whether it is what the advice accuses.
 *
 * @param kind event, or empty when nothing was seen
 * @param lock class of the lock
 * @param className class of the method that waited
 * @param method that waited
 * @param line in its source
 * @param nanos waited there, over all threads
 */
record Witness(String kind, String lock, String className, String method, int line, double nanos) {

  /** What was seen for less than this share of the window proves nothing. */
  private static final double WORTH_NAMING = .05;

  private static final String PINNED = "Pinned";

  /** Whether there is anything to see: threads that meet in a lock, or carriers to be pinned. */
  static boolean canSee(Experiment experiment, BenchmarkJdk jdk) {
    boolean contended =
        experiment.baseline().lock() == LockState.AS_IS
            && experiment.baseline().model() == Model.THREADS;
    return jdk.has("jdk.jfr")
        && (contended || experiment.baseline().model() == Model.VIRTUAL_THREADS);
  }

  static Witness parse(String words) {
    String[] each = words.split(" ");
    return each.length < 6
        ? new Witness("", "", "", "", 0, 0)
        : new Witness(
            each[0],
            each[1],
            each[2],
            each[3],
            Integer.parseInt(each[4]),
            Double.parseDouble(each[5]));
  }

  /** Whether it saw something that takes a noticeable part of a window. */
  boolean saw(WindowPlan plan) {
    return saw(1e6 * plan.millis());
  }

  /** Whether it saw something that takes a noticeable part of a window of this length. */
  boolean saw(double windowNanos) {
    return !kind.isEmpty() && nanos > WORTH_NAMING * windowNanos;
  }

  /** Whether the place is in one of these outermost classes. */
  boolean isIn(Set<String> accused) {
    int nested = className.indexOf('$');
    return accused.contains(nested < 0 ? className : className.substring(0, nested));
  }

  /** Such as {@code monitor of shop.Cart, waited for 210 ms in shop.Cart.total (line 12)}. */
  String inWords() {
    String what =
        kind.endsWith(PINNED)
            ? "pinned carrier"
            : (kind.endsWith("MonitorEnter") ? "monitor of " : "lock of ") + lock;
    return String.format(
        Locale.ROOT,
        "%s, waited for %s in %s.%s (line %d)",
        what,
        Nanos.text(nanos),
        className,
        method,
        line);
  }
}
