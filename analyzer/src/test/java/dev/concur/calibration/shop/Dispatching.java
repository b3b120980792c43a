package dev.concur.calibration.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands work to other threads and waits for it. */
public class Dispatching {

  private static final Logger LOG = Logger.getLogger(Dispatching.class.getName());

  private final ExecutorService pool;
  private final BlockingQueue<Order> queue;
  private final PriceService prices;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong count = new AtomicLong();

  public Dispatching(ExecutorService pool, BlockingQueue<Order> queue, PriceService prices) {
    this.pool = pool;
    this.queue = queue;
    this.prices = prices;
  }

  /** Only hands the task over. */
  public void inTheBackground(String sku) {
    pool.execute(
        () -> {
          try {
            prices.fetch(sku);
          } catch (Exception e) {
            LOG.log(Level.FINE, "no price", e);
          }
        });
  }

  public CompletableFuture<Integer> stockLater(String sku) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return prices.stock(sku);
          } catch (java.io.IOException e) {
            return -1;
          }
        },
        pool);
  }

  public String andWait(String sku) throws InterruptedException, ExecutionException {
    Future<String> future = pool.submit(() -> prices.fetch(sku));
    return future.get();
  }

  public Order take() throws InterruptedException {
    return queue.take();
  }

  public boolean offer(Order order) {
    count.incrementAndGet();
    return queue.offer(order);
  }

  public void together(List<Runnable> parts) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(parts.size());
    for (Runnable part : parts) {
      pool.execute(
          () -> {
            part.run();
            latch.countDown();
          });
    }
    latch.await();
  }

  public void backOff(int attempt) throws InterruptedException {
    Thread.sleep(2L << attempt);
  }

  public <T> T retrying(Supplier<T> work) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        return work.get();
      } catch (IllegalStateException e) {
        if (attempt == 3) {
          throw e;
        }
        backOff(attempt);
      }
    }
  }

  public long next() {
    lock.lock();
    try {
      return count.incrementAndGet();
    } finally {
      lock.unlock();
    }
  }

  public void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(3);
  }

  public void note(Order order) {
    if (LOG.isLoggable(Level.FINE)) {
      LOG.fine("order " + order.id() + " with " + order.lines());
    }
  }

  public List<Order> drain() {
    List<Order> orders = new ArrayList<>();
    queue.drainTo(orders);
    return orders;
  }
}
