package print.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

public final class Spooler {
  private final SpoolStore store;

  public Spooler(SpoolStore store) {
    this.store = store;
  }

  /** Stores all segments of a job and returns the bytes written. */
  public long spool(List<Segment> job) {
    return job.stream().mapToLong(this::put).sum();
  }

  public long put(Segment segment) {
    try {
      return store.store(segment);
    } catch (IOException e) {
      throw new UncheckedIOException("spool of " + segment.getName(), e);
    }
  }
}
