package dev.concur.samples.disjointstatelock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Right: one key for each room. */
public final class TwoDoorOffice {

  private static final TwoDoorOffice DOWNSTAIRS = new TwoDoorOffice();

  private final Deque<String> letters = new ArrayDeque<>();
  private final Map<String, String> visitors = new HashMap<>();

  private TwoDoorOffice() {}

  /** The one office. */
  public static TwoDoorOffice downstairs() {
    return DOWNSTAIRS;
  }

  /** A letter comes in. */
  public void bring(String letter) {
    synchronized (letters) {
      letters.addLast(letter);
    }
  }

  /** The oldest letter, or null. */
  public String openLetter() {
    synchronized (letters) {
      return letters.pollFirst();
    }
  }

  /** A visitor comes in. */
  public void greet(String visitor, String host) {
    synchronized (visitors) {
      visitors.put(visitor, host);
    }
  }

  /** Whom the visitor came to see, or null. */
  public String hostOf(String visitor) {
    synchronized (visitors) {
      return visitors.get(visitor);
    }
  }
}
