package dev.concur.samples.onebyone;

import java.math.BigInteger;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Innocent: each seal goes into the next one, which only one clerk can do. */
public final class NumberedLetters {

  private final BlockingQueue<BigInteger> basket = new LinkedBlockingQueue<>();
  private final BigInteger modulus;
  private BigInteger last = BigInteger.TWO;

  public NumberedLetters(BigInteger modulus) {
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
        last = basket.take().modPow(last, modulus);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
