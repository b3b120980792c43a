package com.pawlane.clinic.partners;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks until a report is ready. */
public final class ReportPoller {
  private final Duration interval;

  public ReportPoller(Duration interval) {
    this.interval = interval;
  }

  public <T> T await(Supplier<Optional<T>> source, int times)
      throws InterruptedException, TimeoutException {
    for (int i = 0; i < times; i++) {
      Optional<T> ready = source.get();
      if (ready.isPresent()) {
        return ready.get();
      }
      TimeUnit.MILLISECONDS.sleep(interval.toMillis());
    }
    throw new TimeoutException();
  }
}
