package com.harbor.infra;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Does something again when it fails. */
public class Retry {

  private final int attempts;
  private final long pauseMillis;

  public Retry(int attempts, long pauseMillis) {
    this.attempts = attempts;
    this.pauseMillis = pauseMillis;
  }

  public <T> T call(Callable<T> action) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return action.call();
      } catch (Exception e) {
        if (attempt == attempts) {
          throw e instanceof IOException io ? io : new IOException(e);
        }
        backOff(attempt);
      }
    }
  }

  /** Waits longer after each failure. */
  void backOff(int attempt) {
    try {
      Thread.sleep(pauseMillis << attempt - 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
