package dev.concur.samples.mixedmethod;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Right: one method waits, another computes, and whoever calls them can choose where each one runs.
 */
public final class SeparateQuote {

  private final PricingClient prices;
  private final BigInteger exponent;
  private final BigInteger modulus;

  public SeparateQuote(PricingClient prices, BigInteger exponent, BigInteger modulus) {
    this.prices = prices;
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** A price. */
  public long ask(String sku) throws IOException, InterruptedException { // label: io network
    return prices.priceOf(sku).cents();
  }

  /** Its seal. */
  public BigInteger seal(long cents) { // label: cpu maths
    return BigInteger.valueOf(cents).modPow(exponent, modulus);
  }
}
