package io.bandstand.util;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Does something again until it works. */
public final class Retry {

  private final int attempts;
  private final Duration first;
  private final Predicate<Exception> worthIt;

  private Retry(int attempts, Duration first, Predicate<Exception> worthIt) {
    this.attempts = attempts;
    this.first = first;
    this.worthIt = worthIt;
  }

  public static Retry times(int attempts) {
    return new Retry(attempts, Duration.ofMillis(2), e -> true);
  }

  public Retry pausing(Duration pause) {
    return new Retry(attempts, pause, worthIt);
  }

  public Retry when(Predicate<Exception> predicate) {
    return new Retry(attempts, first, predicate);
  }

  public <T> T call(Callable<T> work) throws Exception {
    Duration pause = first;
    for (int attempt = 1; ; attempt++) {
      try {
        return work.call();
      } catch (Exception e) {
        if (attempt >= attempts || !worthIt.test(e)) {
          throw e;
        }
        Thread.sleep(pause.toMillis());
        pause = pause.multipliedBy(2);
      }
    }
  }
}
