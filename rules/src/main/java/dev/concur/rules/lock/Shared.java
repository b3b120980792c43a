package dev.concur.rules.lock;

import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.List;

/** What the rules of this family ask of a lock before they look inside. */
final class Shared {

  // Less than half of the work under one lock leaves room for two; see BlockingUnderLock.md,
  // "Threshold".
  private static final double MUCH = 0.5;

  // Ten in flight keep a lock busy that each holds a tenth of the time; see BlockingUnderLock.md,
  // "Threshold".
  private static final double BUSY = 0.1;

  private Shared() {}

  /** A place of the hot path at which a lock is held across a wait. */
  record Held(Region region, Happening.Waits waits) {}

  /** The places of a contended lock at which it is held across a wait of one of these kinds. */
  static List<Held> heldWhileWaiting(LockUse use, double atLeastNanos, Kind... kinds) {
    return contended(use) ? waiting(use.hot(), atLeastNanos, kinds) : List.of();
  }

  /**
   * The same where something was not found yet, of a lock that many tasks come to at once, as
   * whoever lets readers in side by side says that they do. How often that is nobody knows; each
   * time all of them wait.
   */
  static List<Held> missedWhileWaiting(LockUse use, double atLeastNanos, Kind... kinds) {
    List<Region> misses =
        use.regions().stream()
            .filter(region -> region.path() == Path.MISS && region.excludesAll())
            .toList();
    boolean crowd = use.crowd() || readersMeet(use);
    return contended(use) && crowd ? waiting(misses, atLeastNanos, kinds) : List.of();
  }

  private static boolean readersMeet(LockUse use) {
    return use.lock().kind() == LockKind.READ_WRITE_LOCK
        && use.regions().stream().anyMatch(region -> region.side() == Region.Side.READ);
  }

  private static List<Held> waiting(List<Region> regions, double atLeastNanos, Kind... kinds) {
    List<Held> places = new ArrayList<>();
    for (Region region : regions) {
      region.all(Happening.Waits.class).stream()
          .filter(wait -> List.of(kinds).contains(wait.kind()))
          .filter(wait -> wait.nanos().middle() >= Math.max(atLeastNanos, BUSY * free(region)))
          .findFirst()
          .ifPresent(wait -> places.add(new Held(region, wait)));
    }
    return places;
  }

  /** How long its owner waits in a pass with the lock given back, ns. */
  private static double free(Region region) {
    return region.all(Happening.WaitsReleased.class).stream()
        .mapToDouble(wait -> wait.nanos().middle())
        .max()
        .orElse(0);
  }

  /**
   * Whether several threads were shown to meet at it, and it is a lock proper with one instance for
   * several callers.
   */
  static boolean contended(LockUse use) {
    Scope scope = use.lock().scope();
    return use.shared() && use.lock().proper() && scope != Scope.LOCAL && scope != Scope.PER_KEY;
  }

  /**
   * Only a lock that is one for all speaks loudly; one of many instances may never meet two
   * threads.
   */
  static Severity loudness(LockUse use, Severity usual) {
    return use.lock().oneForAll() && use.condition().isEmpty() ? usual : Severity.NOTE;
  }

  /**
   * The same for one place: a wait that is a small part of what passes there delays few, and a lock
   * for which nobody was shown to queue keeps nobody from its work; both are notes.
   */
  static Severity loudness(LockUse use, Region region, Severity usual) {
    boolean much = Math.min(region.share(), use.heldShare().middle()) >= MUCH;
    boolean queued = use.gilLike() != GilLike.NO;
    return much && queued ? loudness(use, usual) : Severity.NOTE;
  }

  /** Declaration, the place it is taken, then the calls to what happens inside. */
  static List<Spot> evidence(LockUse use, Region region, Happening happening) {
    List<Spot> spots = new ArrayList<>();
    String because = String.join("; ", use.sharedBecause());
    spots.add(use.lock().declared().noting(use.lock().words() + ", shared: " + because));
    spots.add(region.at());
    spots.addAll(happening.chain());
    return spots;
  }
}
