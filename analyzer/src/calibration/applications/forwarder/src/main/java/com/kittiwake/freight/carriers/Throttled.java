package com.kittiwake.freight.carriers;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Keeps to what the carriers allow. */
public class Throttled {
  private final RateLimiter limiter;
  private final Retry retry;

  public Throttled(int perPeriod, Duration period) {
    limiter =
        RateLimiter.of(
            "carrier",
            RateLimiterConfig.custom()
                .limitForPeriod(perPeriod)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ofSeconds(2))
                .build());
    retry =
        Retry.of(
            "carrier",
            RetryConfig.custom().maxAttempts(3).waitDuration(Duration.ofMillis(4)).build());
  }

  /** Waits for a permission before the call. */
  public <T> T call(Supplier<T> work) {
    return RateLimiter.decorateSupplier(limiter, work).get();
  }

  public <T> T insist(Callable<T> work) throws Exception {
    return retry.executeCallable(work);
  }

  public <T> Supplier<T> decorate(Supplier<T> work) {
    return RateLimiter.decorateSupplier(limiter, Retry.decorateSupplier(retry, work));
  }

  public int permissions() {
    return limiter.getMetrics().getAvailablePermissions();
  }
}
