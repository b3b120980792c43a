package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.catalogue.Timeout;
import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;

/** Lengths of sleeps and timeouts, where constants say them. */
final class Timeouts {

  private final Linked linked;

  Timeouts(Linked linked) {
    this.linked = linked;
  }

  /** The length of a sleep, when it is a constant. */
  Optional<Interval> length(MethodFacts in, Op.Call call, Effect.Waits waits) {
    return waits.kind() == Kind.SLEEP
        ? waits.timeout().flatMap(timeout -> constant(in, call, timeout))
        : Optional.empty();
  }

  /** A timeout that is a constant, ns. */
  Optional<Interval> constant(MethodFacts in, Op.Call call, Timeout timeout) {
    Optional<Value> amount = Devices.at(call, timeout.amount());
    Optional<Number> number =
        amount
            .map(value -> linked.origins(in, value))
            .filter(origins -> origins.size() == 1)
            .map(origins -> origins.get(0).value())
            .filter(Value.Constant.class::isInstance)
            .map(value -> ((Value.Constant) value).value())
            .filter(Number.class::isInstance)
            .map(Number.class::cast);
    double unit =
        timeout.unit().map(place -> unit(call, place)).orElse(1.0 * timeout.nanosPerUnit());
    return unit == 0
        ? Optional.empty()
        : number.map(n -> Interval.of(Math.max(0, n.doubleValue() * unit)));
  }

  /** Nanoseconds of a TimeUnit constant, 0 when it is not one. */
  private static double unit(Op.Call call, Place place) {
    if (Devices.at(call, place).orElse(new Value.Null()) instanceof Value.FieldOf field) {
      return switch (field.field().name()) {
        case "NANOSECONDS" -> 1;
        case "MICROSECONDS" -> 1e3;
        case "MILLISECONDS" -> 1e6;
        case "SECONDS" -> 1e9;
        case "MINUTES" -> 6e10;
        case "HOURS" -> 3.6e12;
        case "DAYS" -> 8.64e13;
        default -> 0;
      };
    }
    return 0;
  }
}
