package dev.concur.samples.pinnedinclassinit;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Checks the countries of addresses, on virtual threads. */
public final class AddressCheck {

  /** How many codes are unknown. */
  public long unknown(List<String> codes) {
    LongAdder unknown = new LongAdder();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String code : codes) {
        virtual.submit(() -> check(code, unknown));
      }
    }
    return unknown.sum();
  }

  private static void check(String code, LongAdder unknown) {
    if (!CountryCodes.known(code)) {
      unknown.increment();
    }
  }
}
