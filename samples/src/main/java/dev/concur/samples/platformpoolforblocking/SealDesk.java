package dev.concur.samples.platformpoolforblocking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Right: tasks that compute, on as many threads as there are cores to compute on. */
public final class SealDesk {

  private final ExecutorService cores =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealDesk(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents, in their order. */
  public List<BigInteger> seal(List<BigInteger> documents)
      throws InterruptedException, ExecutionException {
    List<Future<BigInteger>> running = new ArrayList<>();
    for (BigInteger document : documents) {
      running.add(cores.submit(() -> sealOf(document)));
    }
    List<BigInteger> seals = new ArrayList<>();
    for (Future<BigInteger> seal : running) {
      seals.add(seal.get());
    }
    return seals;
  }

  private BigInteger sealOf(BigInteger document) { // label: cpu maths
    return document.modPow(exponent, modulus);
  }
}
