package ingest.queue;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Takes measurement records from the collectors and evaluates them in the background. */
public final class IngestPipeline implements AutoCloseable {
  private static final String END = "";

  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(256);
  private final AtomicLong total = new AtomicLong();
  private final Thread consumer = new Thread(this::consume, "ingest");
  private volatile CountDownLatch open = new CountDownLatch(0);

  public IngestPipeline() {
    consumer.setDaemon(true);
    consumer.start();
  }

  /** Evaluates the records; returns the sum of their checks. */
  public long ingest(List<String> records) throws InterruptedException {
    total.set(0);
    open = new CountDownLatch(records.size());
    for (String record : records) {
      queue.put(record);
    }
    open.await();
    return total.get();
  }

  private void consume() {
    try {
      for (String record = queue.take(); !record.equals(END); record = queue.take()) {
        total.addAndGet(evaluate(record));
        open.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Parses the values and returns the rounded median of the sliding means. */
  public static long evaluate(String record) {
    String[] fields = record.split(",");
    double[] values = new double[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = Double.parseDouble(fields[i]);
    }
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      int from = Math.max(0, i - 16);
      for (int j = from; j <= i; j++) {
        sum += values[j];
      }
      means[i] = sum / (i - from + 1);
    }
    java.util.Arrays.sort(means);
    return Math.round(means[means.length / 2] * 1_000);
  }

  @Override
  public void close() throws InterruptedException {
    queue.put(END);
  }
}
