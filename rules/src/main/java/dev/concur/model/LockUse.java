package dev.concur.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One lock with all that is known of its use.
 *
 * @param lock the lock
 * @param regions everywhere it is taken
 * @param gilLike whether it behaves like a GIL, and of which type
 * @param heldShare time held over whole time of the work that uses it, 0..1
 * @param heldNanos time held per pass on the hot path, ns
 * @param entries the concurrent entries that reach it
 * @param sharedBecause the role evidence that it is shared between threads; empty when sharing was
 *     not shown
 * @param guards fields written under it
 * @param order ids of locks taken while this one is held, each with the calls that show it
 * @param publicMethods share of the declaring class' public methods whose whole body runs under it,
 *     0..1
 * @param condition configuration under which all this holds, or empty when always
 * @param crowd whether many tasks of a pool were seen to come to one such lock at once
 * @param foundByAll whether there is only one, or one was seen to be kept where all find it, in a
 *     static field
 */
public record LockUse(
    Lock lock,
    List<Region> regions,
    GilLike gilLike,
    Interval heldShare,
    Interval heldNanos,
    List<Entry> entries,
    List<String> sharedBecause,
    Set<String> guards,
    Map<String, List<Spot>> order,
    double publicMethods,
    String condition,
    boolean crowd,
    boolean foundByAll) {

  public LockUse {
    regions = List.copyOf(regions);
    entries = List.copyOf(entries);
    sharedBecause = List.copyOf(sharedBecause);
    guards = SortedTexts.of(guards);
    order = order.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(order));
  }

  /** Whether sharing between threads was shown, not assumed. */
  public boolean shared() {
    return !sharedBecause.isEmpty();
  }

  /** The bound it puts on the speedup by any number of cores: 1 / held share (Amdahl 1967). */
  public double maxSpeedup() {
    return heldShare.middle() <= 0 ? Double.POSITIVE_INFINITY : 1 / heldShare.middle();
  }

  /** The places of the hot path at which it keeps everybody out, heaviest first. */
  public List<Region> hot() {
    return regions.stream()
        .filter(region -> region.path() == Path.HOT && region.excludesAll())
        .sorted(Comparator.comparingDouble((Region r) -> -r.inside().total().middle()))
        .toList();
  }

  /**
   * Whether its owner could give it to several threads in parts: it is ours to change, and nothing
   * native hides behind it.
   */
  public boolean splittable() {
    return lock.ours()
        && lock.kind() != LockKind.NATIVE_INTERPRETER
        && regions.stream().noneMatch(region -> region.has(Happening.EntersNative.class));
  }
}
