package io.bandstand.batch;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done at night; what exactly, derived classes know. */
public abstract class Job implements Runnable {

  /** How it went. */
  public record Run(Instant begun, Duration took, int items, String error) {
    public boolean failed() {
      return error != null;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String name;
  private volatile Run last;

  protected Job(String name) {
    this.name = name;
  }

  protected abstract int work() throws Exception;

  @Override
  public final void run() {
    Instant begun = Instant.now();
    int items = 0;
    String error = null;
    try {
      items = work();
    } catch (Exception e) {
      error = e.toString();
      LOG.warn("{} failed", name, e);
    }
    last = new Run(begun, Duration.between(begun, Instant.now()), items, error);
  }

  public Run last() {
    return last;
  }

  public boolean due(Instant now, Duration every) {
    Run run = last;
    return run == null || run.begun().plus(every).isBefore(now);
  }
}
