package dev.concur.samples.onebyone;

import java.math.BigInteger;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Right: two clerks at one basket, on two cores. */
public final class TwoSealClerks {

  private final BlockingQueue<BigInteger> basket = new LinkedBlockingQueue<>();
  private final AtomicLong sealed = new AtomicLong();
  private final BigInteger secret;
  private final BigInteger modulus;

  public TwoSealClerks(BigInteger secret, BigInteger modulus) {
    this.secret = secret;
    this.modulus = modulus;
    Thread first = new Thread(this::work, "first clerk");
    Thread second = new Thread(this::work, "second clerk");
    first.setDaemon(true);
    second.setDaemon(true);
    first.start();
    second.start();
  }

  /** Puts a letter into the basket. */
  public void add(BigInteger letter) { // label: light
    basket.add(letter);
  }

  private void work() { // label: cpu maths
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
