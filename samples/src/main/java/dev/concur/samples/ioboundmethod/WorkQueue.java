package dev.concur.samples.ioboundmethod;

import dev.concur.samples.desk.Order;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Orders between the desk and the hall, and the ways of waiting for another thread, a clock or a
 * process.
 */
public final class WorkQueue {

  private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(1_000);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Waits until there is an order. */
  public Order next() throws InterruptedException { // label: io lock
    return orders.take();
  }

  /** An order, if there is one now. */
  public Optional<Order> nextIfAny() { // label: light
    return Optional.ofNullable(orders.poll());
  }

  /** Adds an order, if there is room now. */
  public boolean offer(Order order) { // label: light
    return orders.offer(order);
  }

  /** Closes the hall. */
  public void close() { // label: light
    closed.countDown();
  }

  /** Waits until the hall is closed. */
  public void awaitClosed() throws InterruptedException { // label: io lock
    closed.await();
  }

  /** Waits as long as the glue needs to dry. */
  public void letDry() throws InterruptedException { // label: io sleep
    TimeUnit.SECONDS.sleep(90);
  }

  /** Prints a label with the printer's own program, and waits for it. */
  public int print(String label) throws IOException, InterruptedException { // label: io process
    return new ProcessBuilder("print-label", label).inheritIO().start().waitFor();
  }
}
