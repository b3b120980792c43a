package dev.concur.samples.mixedmethod;

import dev.concur.samples.desk.PricingClient;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Asks for a price and seals it. Wrong: whoever runs this needs many threads for the waiting and
 * few for the computing, and cannot have both.
 */
public final class SealedQuote {

  private final PricingClient prices;
  private final BigInteger exponent;
  private final BigInteger modulus;

  public SealedQuote(PricingClient prices, BigInteger exponent, BigInteger modulus) {
    this.prices = prices;
    this.exponent = exponent;
    this.modulus = modulus;
  }

  /** A sealed price. */
  // expect: mixed-method
  // label: mixed network maths
  public BigInteger quote(String sku) throws IOException, InterruptedException {
    long cents = prices.priceOf(sku).cents();
    return BigInteger.valueOf(cents).modPow(exponent, modulus);
  }
}
