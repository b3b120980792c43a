package dev.concur.samples.cpuboundonvirtual;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Seals documents. Wrong: each seal keeps a carrier busy from its first to its last moment, so that
 * whoever only waits cannot get on.
 *
 * <p>Best: threads, as many as there are cores.
 */
public final class VirtualSealDesk {

  private final BigInteger exponent;
  private final BigInteger modulus;

  public VirtualSealDesk(BigInteger exponent, BigInteger modulus) {
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** Seals of all documents, in their order. */
  public List<BigInteger> seal(List<BigInteger> documents)
      throws InterruptedException, ExecutionException {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<BigInteger>> running = new ArrayList<>();
      for (BigInteger document : documents) {
        // expect: cpu-bound-on-virtual [threads]
        running.add(virtual.submit(() -> sealOf(document)));
      }
      List<BigInteger> seals = new ArrayList<>();
      for (Future<BigInteger> seal : running) {
        seals.add(seal.get());
      }
      return seals;
    }
  }

  private BigInteger sealOf(BigInteger document) { // label: cpu maths
    return document.modPow(exponent, modulus);
  }
}
