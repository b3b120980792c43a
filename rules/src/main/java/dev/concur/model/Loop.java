package dev.concur.model;

import java.util.List;

/**
 * A loop in source, or a stream pipeline that runs one, whose body does something heavy.
 *
 * @param at first line of the loop
 * @param trips how many iterations
 * @param trip how the number of iterations is bound
 * @param body cost of one iteration
 * @param happenings what an iteration does that is worth naming, heaviest first
 * @param blockers what forbids running iterations side by side; empty when they are independent
 * @param cautions what must be looked at before iterations run side by side; of calls in a row, the
 *     further calls
 * @param own objects that all iterations use anew, though one thread at a time, or only add to:
 *     side by side each thread needs its own; the note names the object
 * @param parallel whether it already runs in parallel
 * @param path how often its method runs it
 */
public record Loop(
    Spot at,
    Interval trips,
    Trip trip,
    Cost body,
    List<Happening> happenings,
    List<Spot> blockers,
    List<Spot> cautions,
    List<Spot> own,
    boolean parallel,
    Path path) {

  /** How the number of iterations is bound. */
  public enum Trip {
    /** By data: an array, a collection, a string, a parameter. */
    DATA,
    CONSTANT,
    /** Until told to stop. */
    FOREVER,
    UNKNOWN
  }

  /** The note of a place that is no loop: different calls in a row that need none of the others. */
  public static final String ROW = "calls in a row";

  /**
   * The note of a method that calls itself several times, on parts that need none of the others.
   */
  public static final String RECURSION = "calls itself";

  /**
   * How the note of a loop begins that takes what comes, one by one, and does all its work before
   * it takes the next; what that is follows. Its body is the work, without the wait for the next.
   */
  public static final String SERVICE = "serves each ";

  /** The note of the parts that a task which splits itself comes to in the end. */
  public static final String PARTS = "splits itself";

  /**
   * How the note of what each thread needs of its own begins where iterations only add to it: the
   * totals of the threads are put together in the end.
   */
  public static final String TOTAL = "total of ";

  public Loop {
    happenings = List.copyOf(happenings);
    blockers = List.copyOf(blockers);
    cautions = List.copyOf(cautions);
    own = List.copyOf(own);
  }

  /** A loop whose iterations share nothing that each thread would need of its own. */
  public Loop(
      Spot at,
      Interval trips,
      Trip trip,
      Cost body,
      List<Happening> happenings,
      List<Spot> blockers,
      List<Spot> cautions,
      boolean parallel,
      Path path) {
    this(at, trips, trip, body, happenings, blockers, cautions, List.of(), parallel, path);
  }

  /** Whether these are different calls in a row rather than rounds of one loop. */
  public boolean row() {
    return at.note().equals(ROW);
  }

  /** Whether these are the parts that a method splits its work into by calling itself. */
  public boolean recursion() {
    return at.note().equals(RECURSION);
  }

  /** Whether these are the parts that a task which splits itself comes to in the end. */
  public boolean parts() {
    return at.note().equals(PARTS);
  }

  /** Whether it serves what comes, one by one. */
  public boolean service() {
    return at.note().startsWith(SERVICE);
  }

  /** What a service takes, in a word such as client. */
  public String served() {
    return at.note().substring(SERVICE.length());
  }

  /** The names of what each thread needs of its own. */
  public List<String> ownNames() {
    return own.stream().map(Spot::note).distinct().toList();
  }

  /** Whether iterations are tied by what they add up. */
  public boolean addsUp() {
    return own.stream().anyMatch(spot -> spot.note().startsWith(TOTAL));
  }

  /** Whether nothing forbids running the iterations side by side. */
  public boolean independent() {
    return blockers.isEmpty();
  }

  /** Cost of the whole loop, once. */
  public Cost whole() {
    return new Cost(body.cpu().times(trips), body.waiting().times(trips), body.provenance());
  }

  /** What an iteration does of one sort, heaviest first. */
  public <T extends Happening> List<T> all(Class<T> sort) {
    return happenings.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** Whether the number of iterations is bound beforehand. */
  public boolean counted() {
    return trip == Trip.DATA || trip == Trip.CONSTANT;
  }
}
