package dev.concur.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signs that an object is used by several threads, weighed.
 *
 * <p>One strong sign is enough: a static holder, a container that makes one, two threads seen at
 * it, a wait for another thread, a scarce thing that it owns and uses under the lock. Of the weak
 * ones (a lock object made for nothing else, volatile fields) it takes two, since careful authors
 * write them everywhere.
 */
final class Clues {

  /** What makes us believe it: one strong sign or two weak ones. */
  private static final int ENOUGH = 2;

  static final int STRONG = 2;
  static final int WEAK = 1;

  /** What a sign is about. */
  private enum Says {
    /** One of the objects is there for all. */
    ONE_FOR_ALL,
    /** It holds for each object by itself, and does not make one of them an object for all. */
    EACH,
    /** So does this, and threads were seen at it. */
    THREADS
  }

  private record Clue(int weight, String text, Says says) {
    Clue(int weight, String text) {
      this(weight, text, Says.ONE_FOR_ALL);
    }
  }

  private final List<Clue> clues = new ArrayList<>();
  private boolean crowd;
  private boolean foundByAll;

  void strong(String text) {
    add(STRONG, text);
  }

  void weak(String text) {
    add(WEAK, text);
  }

  /** What the author meant, when nothing was seen: worth little where objects are made daily. */
  void intent(String text) {
    add(new Clue(WEAK, text, Says.EACH));
  }

  /**
   * Two threads seen at objects of the class. Where objects are made daily each may be met by its
   * own two, and they are not for all.
   */
  void met(int weight, String text) {
    add(new Clue(weight, text, Says.EACH));
  }

  /** Threads that were seen to come to the objects of the class. */
  void threads(int weight, String text) {
    add(new Clue(weight, text, Says.THREADS));
  }

  /** Many tasks of a pool that were seen to come to one of the objects at once. */
  void crowds() {
    crowd = true;
  }

  /** One of the objects, or of those that have it as a part, is kept in a static field. */
  void inStatic() {
    foundByAll = true;
  }

  /** Whether one is kept where all find it. */
  boolean foundByAll() {
    return foundByAll;
  }

  /** Whether such a crowd was seen, and nothing speaks against it. */
  boolean crowd() {
    return crowd;
  }

  /** Forgets what the author meant, and that threads meet at the objects. */
  void dropWhatHoldsForEach() {
    clues.removeIf(clue -> clue.says() != Says.ONE_FOR_ALL);
    crowd = false;
  }

  /** Forgets what the author meant; threads that were seen stay seen. */
  void dropIntentions() {
    clues.removeIf(clue -> clue.says() == Says.EACH);
  }

  private void add(int weight, String text) {
    add(new Clue(weight, text));
  }

  private void add(Clue clue) {
    if (!clues.contains(clue)) {
      clues.add(clue);
    }
  }

  boolean enough() {
    return clues.stream().mapToInt(Clue::weight).sum() >= ENOUGH;
  }

  /**
   * Whether it is enough without what holds for each object. Threads that were seen count beside a
   * sign that one of the objects is there for all, not by themselves.
   */
  boolean oneForAll() {
    List<Clue> left = clues.stream().filter(clue -> clue.says() != Says.EACH).toList();
    return left.stream().anyMatch(clue -> clue.says() == Says.ONE_FOR_ALL)
        && left.stream().mapToInt(Clue::weight).sum() >= ENOUGH;
  }

  /** Whether one sign alone is enough. */
  boolean sure() {
    return clues.stream().anyMatch(clue -> clue.weight() >= STRONG);
  }

  /** The evidence, strongest first; empty when it is not enough. */
  List<String> texts() {
    return enough()
        ? clues.stream()
            .sorted(Comparator.comparing(Clue::weight).reversed())
            .map(Clue::text)
            .toList()
        : List.of();
  }
}
