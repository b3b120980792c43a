package dev.concur.samples.gilstaticlock;

import java.util.ArrayList;
import java.util.List;

/** The second user of the shared desk: quick, and slow all the same when the other one is in. */
public final class ExciseStamps {

  private final List<String> issued = new ArrayList<>();

  /** Notes a stamp. */
  public void issue(String stamp) {
    synchronized (CustomsOffice.DESK) {
      issued.add(stamp);
    }
  }
}
