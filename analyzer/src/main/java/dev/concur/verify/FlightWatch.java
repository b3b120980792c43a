package dev.concur.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The flight recorder of a worker JVM while it plays one window: where threads wait for each other,
 * and where virtual threads pin their carriers.
 */
final class FlightWatch implements AutoCloseable {

  /** Shorter waits are what any lock has, and too many to record. */
  private static final Duration THRESHOLD = Duration.ofNanos(20_000);

  private static final String MONITOR = "jdk.JavaMonitorEnter";
  private static final String PARK = "jdk.ThreadPark";
  private static final String PINNED = "jdk.VirtualThreadPinned";

  /** Parked for these is waiting for a lock; for a condition or a queue it is not. */
  private static final List<String> LOCKS =
      List.of("ReentrantLock$", "ReentrantReadWriteLock$", "StampedLock", "Semaphore$");

  /** Frames of whoever waits on behalf of the code in question. */
  private static final List<String> OTHERS =
      List.of("java.", "javax.", "jdk.", "sun.", "dev.concur.weave.", "dev.concur.verify.live.");

  private final Recording recording = new Recording();

  /** Begins to record. */
  static FlightWatch start() {
    FlightWatch watch = new FlightWatch();
    for (String event : List.of(MONITOR, PARK, PINNED)) {
      watch.recording.enable(event).withThreshold(THRESHOLD).withStackTrace();
    }
    watch.recording.start();
    return watch;
  }

  /** Ends it; the sight that took most time, or {@code nothing}. */
  String saw() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("concur-witness", ".jfr");
    try {
      recording.dump(file);
      return worst(RecordingFile.readAllEvents(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    recording.close();
  }

  private static String worst(List<RecordedEvent> events) {
    Map<String, Long> nanos = new TreeMap<>();
    for (RecordedEvent event : events) {
      sight(event).ifPresent(key -> nanos.merge(key, event.getDuration().toNanos(), Long::sum));
    }
    return nanos.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(each -> each.getKey() + " " + each.getValue())
        .orElse("nothing");
  }

  /** Kind, class of the lock, and class, method and line where it is waited for. */
  private static Optional<String> sight(RecordedEvent event) {
    String kind = event.getEventType().getName();
    String lock =
        switch (kind) {
          case MONITOR -> nameOf(event.getClass("monitorClass"));
          case PARK -> nameOf(event.getClass("parkedClass"));
          case PINNED -> "carrier";
          default -> "";
        };
    boolean counts =
        !lock.isEmpty() && (!kind.equals(PARK) || LOCKS.stream().anyMatch(lock::contains));
    return counts ? place(event).map(place -> kind + " " + lock + " " + place) : Optional.empty();
  }

  private static Optional<String> place(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return Optional.empty();
    }
    return event.getStackTrace().getFrames().stream()
        .filter(RecordedFrame::isJavaFrame)
        .filter(frame -> OTHERS.stream().noneMatch(nameOf(frame.getMethod().getType())::startsWith))
        .findFirst()
        .map(
            frame ->
                nameOf(frame.getMethod().getType())
                    + " "
                    + frame.getMethod().getName()
                    + " "
                    + frame.getLineNumber());
  }

  private static String nameOf(@Nullable RecordedClass type) {
    return type == null ? "" : type.getName();
  }
}
