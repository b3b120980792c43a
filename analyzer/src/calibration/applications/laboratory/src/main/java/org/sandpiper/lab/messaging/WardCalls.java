package org.sandpiper.lab.messaging;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** Critical results that somebody has to phone through. */
public final class WardCalls {
  public record Call(int priority, String ward, String text) implements Comparable<Call> {
    @Override
    public int compareTo(Call o) {
      return Integer.compare(priority, o.priority);
    }
  }

  private final BlockingQueue<Call> queue = new PriorityBlockingQueue<>();
  private final SubmissionPublisher<Call> publisher = new SubmissionPublisher<>();

  public void add(Call c) {
    queue.add(c);
    publisher.submit(c);
  }

  public Call next() throws InterruptedException {
    return queue.take();
  }

  public Call next(long millis) throws InterruptedException {
    return queue.poll(millis, TimeUnit.MILLISECONDS);
  }

  public void subscribe(Flow.Subscriber<Call> s) {
    publisher.subscribe(s);
  }

  public int open() {
    return queue.size();
  }
}
