package dev.concur.samples.blockingunderlock;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Right: the question is asked outside, and the board is locked for one stroke of the chalk. */
public final class PromptShipmentBoard {

  private static final PromptShipmentBoard IN_THE_HALL = new PromptShipmentBoard();

  private final Map<String, Long> left = new HashMap<>();

  private PromptShipmentBoard() {}

  /** The one board. */
  public static PromptShipmentBoard inTheHall() { // label: light
    return IN_THE_HALL;
  }

  /** Brings one article up to date. */
  // label: io network
  public void refresh(String sku, PricingClient warehouse)
      throws IOException, InterruptedException {
    long pieces = warehouse.stockOf(sku);
    synchronized (left) {
      left.put(sku, pieces);
    }
  }

  /** Pieces left of an article, as far as the board knows. */
  public long leftOf(String sku) { // label: light
    synchronized (left) {
      return left.getOrDefault(sku, 0L);
    }
  }
}
