package dev.concur.rules.gil;

import dev.concur.model.Confidence;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What all rules about home-made GILs ask of a lock before they accuse it. */
public final class Gil {

  // Half the work under one lock caps any machine at 2x (Amdahl); see GilStaticLock.md,
  // "Threshold".
  private static final double MOST = 0.5;

  // Below this the hand-over between threads costs more than the work; see GilStaticLock.md,
  // "Threshold".
  private static final double TINY_NANOS = 5_000;

  // What passes does nothing else; see GilCpu.md, "Threshold".
  private static final double NEARLY_ALL = 0.9;

  // Two threads lose a fifth of it to the hand-over, and gain nearly all by a lock each; see
  // GilCpu.md, "Threshold".
  private static final double CROWDS_NANOS = 30_000;

  // What computes for longer and is no GIL was acquitted for a reason; see GilCpu.md, "Threshold".
  private static final double ACQUITTED_NANOS = 500_000;

  // A record in a log and a file in the page cache take less; see GilIo.md, "Threshold".
  private static final double WAITS_NANOS = 10_000;

  // To wait without the lock would give back less than a tenth of the time; see GilIo.md,
  // "Threshold".
  private static final double GOOD_PART = 0.1;

  // A round trip, whatever else is done; see GilIo.md, "Threshold".
  private static final double ROUND_TRIP_NANOS = 1_000_000;

  // With more places the rules about readers and about states of their own know better.
  private static final int FEW_PLACES = 2;

  private Gil() {}

  /**
   * Whether this is a GIL that is worth a finding: one for all, shown to be shared, on the hot
   * path, not tiny.
   */
  public static boolean accused(LockUse use) {
    return use.gilLike() != GilLike.NO
        && use.lock().oneForAll()
        && use.shared()
        && use.heldShare().middle() >= MOST
        && !accusedRegions(use).isEmpty();
  }

  /**
   * Whether it is no GIL, and yet nearly all computing of the work that passes it is done while it
   * is held: together too little to be accused, long enough for others to wait.
   */
  static boolean crowded(LockUse use) {
    return use.gilLike() == GilLike.NO
        && use.lock().proper()
        && use.lock().oneForAll()
        && use.shared()
        && use.heldShare().middle() >= NEARLY_ALL
        && use.regions().size() <= FEW_PLACES
        && use.hot().stream().anyMatch(Gil::computes);
  }

  private static boolean computes(Region region) {
    return region.calm()
        && region.inside().cpu().middle() >= CROWDS_NANOS
        && region.inside().cpu().middle() < ACQUITTED_NANOS
        && region.inside().waitShare() < 0.5;
  }

  /** The places of the hot path that matter, those first that take most of the work. */
  static List<Region> accusedRegions(LockUse use) {
    return use.hot().stream()
        .filter(Gil::matters)
        .sorted(Comparator.comparingDouble((Region region) -> -region.share()))
        .toList();
  }

  private static boolean matters(Region region) {
    return region.inside().total().middle() >= TINY_NANOS
        || region.has(Happening.Waits.class)
        || region.has(Happening.CallsOut.class)
        || region.has(Happening.EntersNative.class);
  }

  /** Where to repair it: the place that takes most of the work. */
  public static Spot place(LockUse use) {
    return accusedRegions(use).get(0).at();
  }

  /**
   * The wait for something outside the process that its hot regions hold it across, heaviest first:
   * those that wait for a good part of the time, or long.
   */
  static Optional<Happening.Waits> waitInside(LockUse use) {
    return use.hot().stream()
        .flatMap(
            region ->
                region.all(Happening.Waits.class).stream()
                    .filter(wait -> wait.kind().outside())
                    .filter(wait -> waitsLong(region, wait)))
        .findFirst();
  }

  private static boolean waitsLong(Region region, Happening.Waits wait) {
    double waiting = Math.max(region.inside().waiting().middle(), wait.nanos().middle());
    double part = Math.min(ROUND_TRIP_NANOS, GOOD_PART * region.inside().total().middle());
    return wait.nanos().middle() >= WAITS_NANOS && waiting >= part;
  }

  /**
   * Declaration with the reasons for calling it shared, then its places, then the chain to what
   * happens inside.
   */
  public static List<Spot> evidence(LockUse use) {
    List<Spot> spots = new ArrayList<>();
    String because = String.join("; ", use.sharedBecause());
    spots.add(use.lock().declared().noting(use.lock().words() + ", shared: " + because));
    accusedRegions(use).forEach(region -> spots.add(region.at()));
    accusedRegions(use).stream()
        .flatMap(region -> region.happenings().stream())
        .findFirst()
        .ifPresent(happening -> spots.addAll(happening.chain()));
    return spots;
  }

  /** A lock that is a GIL only under some configuration is worth a note. */
  static Severity loudness(LockUse use, Severity usual) {
    return use.condition().isEmpty() ? usual : Severity.NOTE;
  }

  /** Sure when even the low estimate of the held share is most of the work. */
  static Confidence sureness(LockUse use) {
    return use.heldShare().low() >= MOST ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /** The figures of the accusation, and the condition when there is one. */
  static String figures(LockUse use) {
    String when = use.condition().isEmpty() ? "" : ", when " + use.condition();
    return Words.format(
        "%s of the work holds %s (%s a pass)%s",
        Words.percent(use.heldShare().middle()),
        use.lock().words(),
        Words.guess(use.heldNanos().middle()),
        when);
  }
}
