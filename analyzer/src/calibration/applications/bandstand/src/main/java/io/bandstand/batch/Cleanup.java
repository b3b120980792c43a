package io.bandstand.batch;

import io.bandstand.seating.SeatHolds;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Throws away what is old. */
public class Cleanup extends Job {

  private final Path folder;
  private final Duration keep;
  private final SeatHolds holds;
  private final Clock clock;

  public Cleanup(Path folder, Duration keep, SeatHolds holds, Clock clock) {
    super("cleanup");
    this.folder = folder;
    this.keep = keep;
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  protected int work() throws IOException {
    return holds.expire() + deleteOld();
  }

  int deleteOld() throws IOException {
    Instant limit = clock.instant().minus(keep);
    int[] deleted = new int[1];
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.lastModifiedTime().toInstant().isBefore(limit)) {
              Files.delete(file);
              deleted[0]++;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return deleted[0];
  }

  public ScheduledFuture<?> schedule(ScheduledExecutorService scheduler, Duration every) {
    return scheduler.scheduleWithFixedDelay(
        this, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }
}
