package dev.concur.samples.lockoninternedorclass;

import java.util.HashMap;
import java.util.Map;

/** Right: a key that was cut for this lock. */
public final class OwnKeyDeposit {

  private static final Object KEY = new Object();
  private static final Map<String, String> BOXES = new HashMap<>();

  /** Puts something into a box. */
  public void put(String box, String thing) { // label: light
    synchronized (KEY) {
      BOXES.put(box, thing);
    }
  }

  /** What is in a box, or null. */
  public String get(String box) { // label: light
    synchronized (KEY) {
      return BOXES.get(box);
    }
  }
}
