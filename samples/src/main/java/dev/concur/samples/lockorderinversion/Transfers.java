package dev.concur.samples.lockorderinversion;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Moves goods between the shop and the store. Wrong: one clerk goes to the shop with the key of the
 * store, another goes to the store with the key of the shop, and both wait for ever.
 */
public final class Transfers {

  private static final Map<String, Integer> SHOP = new HashMap<>();
  private static final Map<String, Integer> STORE = new HashMap<>();
  private static final Object SHOP_KEY = new Object();
  private static final Lock STORE_KEY = new ReentrantLock();

  private Transfers() {}

  /** Puts goods on the shelf. */
  public static void fillShelf(String sku, int pieces) {
    synchronized (SHOP_KEY) {
      STORE_KEY.lock(); // expect: lock-order-inversion [fix]
      try {
        STORE.merge(sku, -pieces, Integer::sum);
        SHOP.merge(sku, pieces, Integer::sum);
      } finally {
        STORE_KEY.unlock();
      }
    }
  }

  /** Takes goods off the shelf. */
  public static void clearShelf(String sku) {
    STORE_KEY.lock();
    try {
      STORE.merge(sku, takeAll(sku), Integer::sum);
    } finally {
      STORE_KEY.unlock();
    }
  }

  private static int takeAll(String sku) {
    synchronized (SHOP_KEY) {
      Integer pieces = SHOP.remove(sku);
      return pieces == null ? 0 : pieces;
    }
  }
}
