package io.bandstand.bus;

import io.bandstand.audit.AuditLog;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Handlers of events that the office always has. */
public final class SalesTicker implements Consumer<OfficeEvent.Sold> {

  private final LongAdder cents = new LongAdder();
  private final LongAdder orders = new LongAdder();
  private final AtomicReference<OfficeEvent.Sold> largest = new AtomicReference<>();

  @Override
  public void accept(OfficeEvent.Sold sold) {
    cents.add(sold.total().cents());
    orders.increment();
    largest.accumulateAndGet(
        sold,
        (old, fresh) -> old == null || fresh.total().compareTo(old.total()) > 0 ? fresh : old);
  }

  public double mean() {
    long count = orders.sum();
    return count == 0 ? 0 : cents.sum() / (double) count;
  }

  /** Writes down all that happens. */
  public record Chronicle(AuditLog log) implements Consumer<OfficeEvent> {
    @Override
    public void accept(OfficeEvent event) {
      log.record(new AuditLog.Entry(event.at(), "office", event.headline()));
    }
  }
}
