package io.bandstand.bus;

import io.bandstand.domain.Money;
import java.time.Instant;

/** What happens in the office. */
public sealed interface OfficeEvent {

  Instant at();

  record Sold(Instant at, long order, Money total) implements OfficeEvent {}

  record Cancelled(Instant at, long order) implements OfficeEvent {}

  record Admitted(Instant at, String ticket, String gate) implements OfficeEvent {}

  default String headline() {
    if (this instanceof Sold s) {
      return "order " + s.order() + " for " + s.total().format();
    }
    if (this instanceof Cancelled c) {
      return "order " + c.order() + " cancelled";
    }
    return ((Admitted) this).ticket() + " at " + ((Admitted) this).gate();
  }
}
