package dev.concur.samples.lockoninternedorclass;

import java.util.HashMap;
import java.util.Map;

/** What customers left with us. Wrong: each of these locks may be somebody else's lock as well. */
public class SafeDeposit {

  private static final String LOCK = "LOCK";
  private static final Map<String, String> BOXES = new HashMap<>();
  private static final Map<String, Integer> VISITS = new HashMap<>();
  private static final Map<String, Long> RENTS = new HashMap<>();
  private static final Integer ONE = 1;

  /** Puts something into a box. All who lock on this text share one lock. */
  public void put(String box, String thing) {
    synchronized (LOCK) { // expect: lock-on-interned-or-class
      BOXES.put(box, thing);
    }
  }

  /** Notes a visit. Small numbers are the same objects everywhere. */
  @SuppressWarnings({"synchronization", "LockOnBoxedPrimitive"})
  public void visit(String box) {
    synchronized (ONE) { // expect: lock-on-interned-or-class
      VISITS.merge(box, 1, Integer::sum);
    }
  }

  /** Notes the rent. A subclass locks on another class. */
  public void rent(String box, long cents) {
    synchronized (getClass()) { // expect: lock-on-interned-or-class
      RENTS.put(box, cents);
    }
  }
}
