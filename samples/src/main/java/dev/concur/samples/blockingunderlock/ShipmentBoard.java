package dev.concur.samples.blockingunderlock;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The board in the hall that shows what is left of each article. Wrong: while one article is looked
 * up at the remote warehouse, nobody can read the board.
 *
 * <p>Best: change the lock. Ask first, then write on the board.
 */
public final class ShipmentBoard {

  private static final ShipmentBoard IN_THE_HALL = new ShipmentBoard();

  private final Map<String, Long> left = new HashMap<>();

  private ShipmentBoard() {}

  /** The one board. */
  public static ShipmentBoard inTheHall() { // label: light
    return IN_THE_HALL;
  }

  /** Brings one article up to date. */
  public void refresh(String sku, PricingClient warehouse)
      throws IOException, InterruptedException {
    synchronized (left) { // expect: blocking-under-lock [lock-change]
      left.put(sku, warehouse.stockOf(sku));
    }
  }

  /** Pieces left of an article, as far as the board knows. */
  public long leftOf(String sku) { // label: light
    synchronized (left) {
      return left.getOrDefault(sku, 0L);
    }
  }

  /** Wipes one article off. */
  public void wipe(String sku) {
    synchronized (left) {
      left.remove(sku);
    }
  }

  /** How many articles are on the board. */
  public int size() {
    synchronized (left) {
      return left.size();
    }
  }
}
