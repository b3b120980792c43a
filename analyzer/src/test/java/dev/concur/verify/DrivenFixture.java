package dev.concur.verify;

import org.junit.jupiter.api.BeforeEach;

/** A fixture of a user's, made ready as a test would be. */
final class DrivenFixture {

  private String order = "";

  @BeforeEach
  void write() {
    order = "order:" + "17,".repeat(2_000);
  }

  long orders() {
    return Driven.onlyOrders(order);
  }

  int nothing() {
    return order.hashCode();
  }
}
