package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** Asks a hundred suppliers one after the other, five milliseconds each. */
public final class QuoteRound {

  public static final int SUPPLIERS = 100;

  public List<Long> all() throws InterruptedException {
    List<Long> quotes = new ArrayList<>();
    for (int supplier = 0; supplier < SUPPLIERS; supplier++) {
      quotes.add(ask(supplier));
    }
    return quotes;
  }

  public long ask(int supplier) throws InterruptedException {
    Thread.sleep(5);
    return supplier * 31L;
  }
}
