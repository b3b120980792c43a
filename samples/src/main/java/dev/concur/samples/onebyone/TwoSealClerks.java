package dev.concur.samples.onebyone;

import java.math.BigInteger;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Right: a clerk for each core at one basket. */
public final class TwoSealClerks {

  private final BlockingQueue<BigInteger> basket = new LinkedBlockingQueue<>();
  private final AtomicLong sealed = new AtomicLong();
  private final BigInteger secret;
  private final BigInteger modulus;

  public TwoSealClerks(BigInteger secret, BigInteger modulus) {
    this.secret = secret;
    this.modulus = modulus;
    for (int clerk = 0; clerk < Runtime.getRuntime().availableProcessors(); clerk++) {
      Thread thread = new Thread(this::work, "clerk");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Puts a letter into the basket. */
  public void add(BigInteger letter) { // label: light
    basket.add(letter);
  }

  private void work() { // label: io lock
    try {
      while (true) {
        BigInteger letter = basket.take();
        sealed.addAndGet(letter.modPow(secret, modulus).bitLength());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
