package dev.concur.samples.lockorderinversion;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Right: always the shop first. */
public final class OrderedTransfers {

  private static final Map<String, Integer> SHOP = new HashMap<>();
  private static final Map<String, Integer> STORE = new HashMap<>();
  private static final Object SHOP_KEY = new Object();
  private static final Lock STORE_KEY = new ReentrantLock();

  private OrderedTransfers() {}

  /** Puts goods on the shelf. */
  public static void fillShelf(String sku, int pieces) {
    synchronized (SHOP_KEY) {
      STORE_KEY.lock();
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
    synchronized (SHOP_KEY) {
      Integer pieces = SHOP.remove(sku);
      if (pieces != null) {
        putBack(sku, pieces);
      }
    }
  }

  private static void putBack(String sku, int pieces) {
    STORE_KEY.lock();
    try {
      STORE.merge(sku, pieces, Integer::sum);
    } finally {
      STORE_KEY.unlock();
    }
  }
}
