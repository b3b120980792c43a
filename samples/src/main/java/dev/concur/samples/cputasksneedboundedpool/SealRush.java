package dev.concur.samples.cputasksneedboundedpool;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Seals documents. Wrong: a thousand documents, a thousand threads, and two cores for them. */
public final class SealRush {

  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealRush(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents, in their order. */
  public List<BigInteger> seal(List<BigInteger> documents)
      throws InterruptedException, ExecutionException {
    List<Future<BigInteger>> running = new ArrayList<>();
    for (BigInteger document : documents) {
      // expect: cpu-tasks-need-bounded-pool [threads]
      running.add(clerks.submit(() -> document.modPow(exponent, modulus)));
    }
    List<BigInteger> seals = new ArrayList<>();
    for (Future<BigInteger> seal : running) {
      seals.add(seal.get());
    }
    return seals;
  }
}
