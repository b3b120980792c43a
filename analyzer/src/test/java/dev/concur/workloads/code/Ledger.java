package dev.concur.workloads.code;

import java.util.HashMap;
import java.util.Map;

/** Books of many customers behind one lock; each booking touches one customer. */
public final class Ledger {

  private static final Ledger ONLY = new Ledger();

  private final Map<Integer, long[]> books = new HashMap<>();

  private Ledger() {}

  public static Ledger only() {
    return ONLY;
  }

  public synchronized long book(int customer, int cents) {
    long[] book = books.computeIfAbsent(customer, each -> new long[8]);
    long seal = book[0];
    for (int round = 0; round < 40_000; round++) {
      seal = seal * 31 + cents + (seal >>> 7);
    }
    book[0] = seal;
    return seal;
  }
}
