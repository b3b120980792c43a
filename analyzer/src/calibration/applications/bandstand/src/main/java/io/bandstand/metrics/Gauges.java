package io.bandstand.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Figures about the office itself. */
public class Gauges {

  private final MeterRegistry registry;
  private final Counter sold;
  private final Timer checkout;

  public Gauges(MeterRegistry registry) {
    this.registry = registry;
    this.sold = registry.counter("tickets.sold");
    this.checkout = registry.timer("checkout");
  }

  public void sold(int tickets, String channel) {
    sold.increment(tickets);
    registry.counter("tickets.channel", "channel", channel).increment(tickets);
  }

  public <T> T timed(Supplier<T> work) {
    return checkout.record(work);
  }

  public void took(Duration time) {
    checkout.record(time);
  }

  /** All meters as lines, for the collector. */
  public String dump() {
    StringJoiner lines = new StringJoiner("\n");
    registry.getMeters().stream()
        .sorted(Comparator.comparing((Meter m) -> m.getId().getName()))
        .forEach(
            meter ->
                meter
                    .measure()
                    .forEach(
                        m ->
                            lines.add(
                                meter.getId().getName()
                                    + meter.getId().getTags()
                                    + " "
                                    + m.getStatistic()
                                    + " "
                                    + m.getValue())));
    return lines.toString();
  }
}
