package com.pawlane.clinic.util;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls again after a pause when a call fails. */
public final class RetryingCall {
  private static final Logger log = LoggerFactory.getLogger(RetryingCall.class);
  private final int attempts;
  private final Duration pause;

  public RetryingCall(int attempts, Duration pause) {
    this.attempts = attempts;
    this.pause = pause;
  }

  public <T> T call(Callable<T> action) throws Exception {
    Exception last = null;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      try {
        return action.call();
      } catch (RuntimeException | java.io.IOException e) {
        last = e;
        log.debug("attempt {} failed", attempt, e);
        if (attempt < attempts) {
          backOff(attempt);
        }
      }
    }
    throw last;
  }

  void backOff(int attempt) throws InterruptedException {
    long millis = pause.toMillis() << (attempt - 1);
    Thread.sleep(Math.min(millis, 30_000));
  }
}
