package dev.concur.rules.gil;

import dev.concur.model.Confidence;
import dev.concur.model.GilLike;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.Comparator;

/** A collection shared by all whose every call takes its one lock. */
public final class GilSynchronizedCollection implements LockRule {

  // One method that uses it may be one thread; see GilSynchronizedCollection.md, "Threshold".
  private static final int SEVERAL_METHODS = 2;

  // A function of the caller's that runs for longer keeps everybody out; see
  // GilSynchronizedCollection.md, "Threshold".
  private static final double LONG_NANOS = 5_000;

  // Ten in flight keep a lock busy that each holds a tenth of the time; see
  // GilSynchronizedCollection.md, "Threshold".
  private static final double BUSY = 0.1;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (use.lock().kind() != LockKind.SYNCHRONIZED_COLLECTION
        || !use.lock().oneForAll()
        || !use.shared()) {
      return;
    }
    long methods = use.hot().stream().map(region -> region.at().methodRef()).distinct().count();
    if (!computesInside(use) && (methods < SEVERAL_METHODS || !busy(use))) {
      return;
    }
    facets
        .at(place(use))
        .saying(
            computesInside(use)
                ? "values are made under the one lock of the %2$s"
                : "%d methods meet at the one lock of the %s",
            methods,
            use.lock().words())
        .severity(use.gilLike() == GilLike.COMPUTE ? Severity.WARNING : severity())
        .confidence(computesInside(use) || use.crowd() ? Confidence.MEDIUM : Confidence.LOW)
        .because(use.hot().stream().map(Region::at).toList());
  }

  /**
   * Whether it may keep somebody waiting: all of the program comes to it, a crowd was seen at it,
   * or its calls are a good part of what its users do. That several methods of one object use it
   * says none of this.
   */
  private static boolean busy(LockUse use) {
    return use.foundByAll() || use.crowd() || use.heldShare().middle() >= BUSY;
  }

  /** Where values are made under the lock; else where the collection is made. */
  private static Spot place(LockUse use) {
    return use.regions().stream()
        .filter(GilSynchronizedCollection::makes)
        .max(Comparator.comparingDouble(region -> region.inside().total().middle()))
        .map(Region::at)
        .orElse(use.lock().declared());
  }

  private static boolean makes(Region region) {
    return region.path() != Path.ERROR && region.inside().total().middle() >= LONG_NANOS;
  }

  /** Whether a call runs a function of the caller's with the lock held, and for long. */
  private static boolean computesInside(LockUse use) {
    return use.regions().stream().anyMatch(GilSynchronizedCollection::makes);
  }
}
