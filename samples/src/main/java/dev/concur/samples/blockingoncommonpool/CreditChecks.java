package dev.concur.samples.blockingoncommonpool;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for limits in the background. Wrong: on two cores the common pool runs one of these at a
 * time.
 */
public final class CreditChecks {

  private final CreditBureau bureau;

  public CreditChecks(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** The customer's limit, soon. */
  public CompletableFuture<Long> limitLater(String customer) { // label: light async
    // expect: blocking-on-common-pool [17: threads, 21: virtual-threads]
    return CompletableFuture.supplyAsync(() -> limitOf(customer));
  }

  private long limitOf(String customer) { // label: io network
    try {
      return bureau.limitOf(customer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
