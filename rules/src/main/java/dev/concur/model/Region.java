package dev.concur.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that runs from taking a lock to giving it back, at one place.
 *
 * @param at where the lock is taken
 * @param path how often this place is passed among the uses of the lock
 * @param side which side of a read-write lock; exclusive for all others
 * @param inside cost of one pass, waiting with the lock given back excluded
 * @param share share of the time of the enclosing concurrent work that is spent in here, 0..1
 * @param wholeBody whether it covers (nearly) the whole method
 * @param instructions bytecode instructions inside, callees excluded
 * @param happenings what happens inside that is worth naming, heaviest first
 * @param reads fields read inside, as {@code a.b.C.field}, callees included
 * @param writes fields written inside, callees included; {@code a.b.C.field[]} when the contents of
 *     what it holds are changed
 * @param counts those of the written fields that are only added to, a constant or a sum, and looked
 *     at for nothing else; {@code a.b.C.field[]} for a map to whose values that is done, or that is
 *     emptied
 * @param apart share of the computing inside that has nothing to do with the state of the object,
 *     and could be done before the lock is taken, 0..1
 * @param looseEnds instructions at the beginning and end of the region that touch only locals
 */
public record Region(
    Spot at,
    Path path,
    Side side,
    Cost inside,
    double share,
    boolean wholeBody,
    int instructions,
    List<Happening> happenings,
    Set<String> reads,
    Set<String> writes,
    Set<String> counts,
    double apart,
    int looseEnds) {

  /** Ends the name of a field whose contents are meant. */
  private static final String CONTENTS = "[]";

  /** Side of a read-write lock. */
  public enum Side {
    EXCLUSIVE,
    READ,
    WRITE
  }

  public Region {
    happenings = List.copyOf(happenings);
    reads = SortedTexts.of(reads);
    writes = SortedTexts.of(writes);
    counts = SortedTexts.of(counts);
  }

  /** Whether it keeps everybody out, readers included. */
  public boolean excludesAll() {
    return side != Side.READ;
  }

  /** Whether it changes nothing but numbers that it adds to. */
  public boolean onlyCounts() {
    return numbers().containsAll(writes);
  }

  /** The numbers that are only added to. */
  public Set<String> numbers() {
    return counts.stream()
        .filter(field -> !field.endsWith(CONTENTS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether it changes nothing but counts that a map holds by key. */
  public boolean onlyTallies() {
    return counts.containsAll(writes) && numbers().isEmpty();
  }

  /** Whether nothing runs inside that was not seen, and nothing waits. */
  public boolean calm() {
    return !has(Happening.CallsOut.class)
        && !has(Happening.EntersNative.class)
        && !has(Happening.Waits.class);
  }

  /** What happens inside of one sort, heaviest first. */
  public <T extends Happening> List<T> all(Class<T> sort) {
    return happenings.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** Whether anything of this sort happens inside. */
  public boolean has(Class<? extends Happening> sort) {
    return happenings.stream().anyMatch(sort::isInstance);
  }
}
