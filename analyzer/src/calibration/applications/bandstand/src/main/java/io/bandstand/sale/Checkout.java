package io.bandstand.sale;

import io.bandstand.bus.EventBus;
import io.bandstand.bus.OfficeEvent;
import io.bandstand.db.OrderRepository;
import io.bandstand.domain.Customer;
import io.bandstand.domain.Order;
import io.bandstand.domain.Seat;
import io.bandstand.fraud.FraudDesk;
import io.bandstand.payment.GatewayRouter;
import io.bandstand.payment.Payment;
import io.bandstand.payment.PaymentGateway;
import io.bandstand.seating.SeatHolds;
import java.time.Instant;
import java.util.List;

/** From the basket to the ticket. */
public class Checkout {

  private final SeatHolds holds;
  private final FraudDesk fraud;
  private final GatewayRouter gateways;
  private final OrderRepository orders;
  private final EventBus bus;

  public Checkout(
      SeatHolds holds,
      FraudDesk fraud,
      GatewayRouter gateways,
      OrderRepository orders,
      EventBus bus) {
    this.holds = holds;
    this.fraud = fraud;
    this.gateways = gateways;
    this.orders = orders;
    this.bus = bus;
  }

  public Payment buy(Order order, Customer customer, String method, String token) {
    List<Seat> seats = order.lines().stream().map(Order.Line::seat).toList();
    if (!reserve(seats, customer)) {
      return new Payment.Declined(reference(order), "somebody was faster", true);
    }
    if (fraud.check(order, customer) == FraudDesk.Verdict.REFUSE) {
      return new Payment.Declined(reference(order), "refused", false);
    }
    Payment payment =
        gateways.pay(new PaymentGateway.Request(reference(order), order.total(), method, token));
    if (payment.settled()) {
      orders.save(order.with(Order.Status.PAID));
      bus.publish(new OfficeEvent.Sold(Instant.now(), order.id(), order.total()));
    }
    return payment;
  }

  private boolean reserve(List<Seat> seats, Customer customer) {
    return holds.holdAll(seats, "c" + customer.id());
  }

  private static String reference(Order order) {
    return "BS-" + Long.toString(order.id(), 36).toUpperCase();
  }

  /** Takes an order back. */
  public Payment cancel(Order order, String method) {
    orders.cancel(order.id());
    bus.publish(new OfficeEvent.Cancelled(Instant.now(), order.id()));
    return gateways.gatewayFor(method).refund(reference(order), order.total());
  }
}
