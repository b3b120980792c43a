package io.bandstand.payment;

import io.bandstand.domain.Money;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries again when the network was at fault. */
public class RetryingGateway implements PaymentGateway {

  private final PaymentGateway inner;
  private final Retry retry;
  private final CircuitBreaker breaker;

  public RetryingGateway(PaymentGateway inner, int attempts) {
    this.inner = inner;
    this.retry =
        Retry.of(
            "payments",
            RetryConfig.custom()
                .maxAttempts(attempts)
                .waitDuration(Duration.ofMillis(30))
                .retryExceptions(UncheckedIOException.class)
                .build());
    this.breaker = CircuitBreaker.ofDefaults("payments");
  }

  @Override
  public Payment charge(Request request) {
    return guarded(() -> inner.charge(request));
  }

  @Override
  public Payment refund(String reference, Money amount) {
    return guarded(() -> inner.refund(reference, amount));
  }

  private Payment guarded(Supplier<Payment> call) {
    return Retry.decorateSupplier(retry, CircuitBreaker.decorateSupplier(breaker, call)).get();
  }

  public boolean healthy() {
    return breaker.getState() == CircuitBreaker.State.CLOSED;
  }
}
