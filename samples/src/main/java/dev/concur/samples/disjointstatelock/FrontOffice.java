package dev.concur.samples.disjointstatelock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Letters and visitors. Wrong: who brings a letter waits for who greets a visitor. */
public final class FrontOffice {

  private static final FrontOffice DOWNSTAIRS = new FrontOffice();

  private final Deque<String> letters = new ArrayDeque<>();
  private final Map<String, String> visitors = new HashMap<>();

  private FrontOffice() {}

  /** The one office. */
  public static FrontOffice downstairs() {
    return DOWNSTAIRS;
  }

  /** A letter comes in. */
  public synchronized void bring(String letter) { // expect: disjoint-state-lock [lock-change]
    letters.addLast(letter);
  }

  /** The oldest letter, or null. */
  public synchronized String openLetter() {
    return letters.pollFirst();
  }

  /** A visitor comes in. */
  public synchronized void greet(String visitor, String host) {
    visitors.put(visitor, host);
  }

  /** Whom the visitor came to see, or null. */
  public synchronized String hostOf(String visitor) {
    return visitors.get(visitor);
  }
}
