package dev.concur.samples.desk;

/**
 * What one piece costs today.
 *
 * @param sku article number
 * @param cents price of one piece
 */
public record Price(String sku, long cents) {

  /** What so many pieces cost, in cents. */
  public long times(int quantity) { // label: light
    return cents * quantity;
  }
}
