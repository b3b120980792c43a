package alarms.feed;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.LongAdder;

/** Publishes alarms to the control room. */
public class AlarmFeed implements AutoCloseable {
  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final AlarmSink sink;

  public AlarmFeed(AlarmSink sink) {
    this.sink = sink;
  }

  /** Returns how many alarms were acknowledged. */
  public long publish(List<String> alarms) {
    LongAdder acknowledged = new LongAdder();
    Phaser finished = new Phaser(1);
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(executor, 64)) {
      finished.register();
      publisher.subscribe(
          new AlarmSubscriber(sink, acknowledged) {
            @Override
            public void onComplete() {
              finished.arriveAndDeregister();
            }
          });
      alarms.forEach(publisher::submit);
    }
    finished.arriveAndAwaitAdvance();
    return acknowledged.sum();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
