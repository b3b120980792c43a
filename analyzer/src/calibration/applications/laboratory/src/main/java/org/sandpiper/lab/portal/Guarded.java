package org.sandpiper.lab.portal;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.time.Duration;

/** Retries and circuit breaker around calls of partners. */
public final class Guarded<T> {
  private final FailsafeExecutor<T> executor;

  public Guarded(int attempts) {
    RetryPolicy<T> retry =
        RetryPolicy.<T>builder()
            .handle(IOException.class)
            .withMaxAttempts(attempts)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(5))
            .build();
    CircuitBreaker<T> breaker =
        CircuitBreaker.<T>builder()
            .withFailureThreshold(5)
            .withDelay(Duration.ofSeconds(30))
            .build();
    executor = Failsafe.with(retry, breaker);
  }

  public T call(CheckedSupplier<T> work) {
    return executor.get(work);
  }
}
