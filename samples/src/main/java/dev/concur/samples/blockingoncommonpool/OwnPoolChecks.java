package dev.concur.samples.blockingoncommonpool;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Right: who waits does so on threads that were meant for it; who computes is at home on the common
 * pool.
 */
public final class OwnPoolChecks {

  private final CreditBureau bureau;
  private final Executor waiters;

  public OwnPoolChecks(CreditBureau bureau, Executor waiters) {
    this.bureau = bureau;
    this.waiters = waiters;
  }

  /** The customer's limit, soon. */
  public CompletableFuture<Long> limitLater(String customer) { // label: light async
    return CompletableFuture.supplyAsync(() -> limitOf(customer), waiters);
  }

  /** A seal for the customer's limit, soon. */
  // label: light async
  public CompletableFuture<BigInteger> sealLater(BigInteger limit, BigInteger modulus) {
    return CompletableFuture.supplyAsync(() -> limit.modPow(BigInteger.valueOf(65_537), modulus));
  }

  private long limitOf(String customer) { // label: io network
    try {
      return bureau.limitOf(customer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
