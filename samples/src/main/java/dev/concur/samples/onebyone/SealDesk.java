package dev.concur.samples.onebyone;

import java.math.BigInteger;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Seals letters from a basket. Wrong: one clerk, who computes all day. */
public final class SealDesk {

  private final BlockingQueue<BigInteger> basket = new LinkedBlockingQueue<>();
  private final AtomicLong sealed = new AtomicLong();
  private final BigInteger secret;
  private final BigInteger modulus;

  public SealDesk(BigInteger secret, BigInteger modulus) {
    this.secret = secret;
    this.modulus = modulus;
    Thread clerk = new Thread(this::work, "clerk");
    clerk.setDaemon(true);
    clerk.start();
  }

  /** Puts a letter into the basket. */
  public void add(BigInteger letter) { // label: light
    basket.add(letter);
  }

  private void work() { // label: cpu maths
    try {
      while (true) {
        BigInteger letter = basket.take(); // expect: one-by-one
        sealed.addAndGet(letter.modPow(secret, modulus).bitLength());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
