package dev.concur.samples.unusedsuppression;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Lockers and who has them. */
public final class LockerRoom {

  private static final LockerRoom DOWNSTAIRS = new LockerRoom();

  private final Map<String, Long> stock = new HashMap<>();

  private LockerRoom() {}

  /** The one room. */
  public static LockerRoom downstairs() {
    return DOWNSTAIRS;
  }

  /** Wrong: the call was moved out of the lock last year, and the excuse stayed. */
  @SuppressWarnings("concur:blocking-under-lock") // expect: unused-suppression
  public void note(String locker, long pieces) {
    synchronized (stock) {
      stock.put(locker, pieces);
    }
  }

  /** Right: the excuse is still needed, since nobody may see an old figure here. */
  @SuppressWarnings("concur:blocking-under-lock")
  public void refresh(String sku, PricingClient warehouse)
      throws IOException, InterruptedException {
    synchronized (stock) {
      stock.put(sku, warehouse.stockOf(sku));
    }
  }
}
