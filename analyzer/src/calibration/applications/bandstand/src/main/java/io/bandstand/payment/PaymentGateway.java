package io.bandstand.payment;

import io.bandstand.domain.Money;

/** Takes money. */
public interface PaymentGateway {

  /** What is to be paid, by which card or voucher. */
  record Request(String reference, Money amount, String method, String token) {}

  Payment charge(Request request);

  Payment refund(String reference, Money amount);

  default boolean accepts(Request request) {
    return request.amount().cents() > 0;
  }
}
