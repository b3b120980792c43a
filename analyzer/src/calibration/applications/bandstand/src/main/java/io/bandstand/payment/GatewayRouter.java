package io.bandstand.payment;

import io.bandstand.domain.Money;
import java.util.Map;
import java.util.Optional;

/** Picks the gateway by the way of payment. */
public class GatewayRouter {

  private final Map<String, PaymentGateway> gateways;
  private final PaymentGateway fallback;

  public GatewayRouter(Map<String, PaymentGateway> gateways, PaymentGateway fallback) {
    this.gateways = Map.copyOf(gateways);
    this.fallback = fallback;
  }

  public PaymentGateway gatewayFor(String method) {
    return Optional.ofNullable(gateways.get(method)).orElse(fallback);
  }

  public Payment pay(PaymentGateway.Request request) {
    PaymentGateway gateway = gatewayFor(request.method());
    if (!gateway.accepts(request)) {
      return new Payment.Declined(request.reference(), "not accepted", false);
    }
    return gateway.charge(request);
  }

  /** The fee that the office pays for it. */
  public Money fee(PaymentGateway.Request request) {
    return switch (request.method()) {
      case "card" -> request.amount().times(.014).plus(new Money(25, request.amount().currency()));
      case "invoice" -> request.amount().times(.03);
      default -> new Money(0, request.amount().currency());
    };
  }
}
