package dev.concur.calibration.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/** People and machines that wait for each other. */
public class Desk {

  private static final Logger LOG = Logger.getLogger("desk");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final List<Article> inbox = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> notes = new ConcurrentLinkedQueue<>();
  private final Semaphore presses = new Semaphore(1);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  public void put(Article article) {
    lock.lock();
    try {
      inbox.add(article);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public Article next() throws InterruptedException {
    lock.lock();
    try {
      while (inbox.isEmpty()) {
        arrived.await();
      }
      return inbox.remove(inbox.size() - 1);
    } finally {
      lock.unlock();
    }
  }

  public synchronized int size() {
    return inbox.size();
  }

  public Optional<String> note() {
    return Optional.ofNullable(notes.poll());
  }

  public void remember(String note) {
    notes.add(note);
  }

  public boolean pressWithin(long millis) throws InterruptedException {
    if (!presses.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    presses.release();
    return true;
  }

  public void occupy() throws InterruptedException {
    presses.acquire();
  }

  public void free() {
    presses.release();
  }

  public void remindLater(String note) {
    clock.schedule(() -> remember(note), 1, TimeUnit.MILLISECONDS);
  }

  public void side(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, "side");
    thread.start();
    thread.join();
  }

  public void meet(CyclicBarrier barrier) throws Exception {
    barrier.await();
  }

  public int allOf(ExecutorService workers, List<java.util.concurrent.Callable<Integer>> tasks)
      throws Exception {
    int sum = 0;
    for (java.util.concurrent.Future<Integer> done : workers.invokeAll(tasks)) {
      sum += done.get();
    }
    return sum;
  }

  public void greet(String name) {
    LOG.fine(() -> "hello " + name);
  }

  public void nap() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks again and again until it is there. */
  public boolean waitFor(java.nio.file.Path file, int tries) throws InterruptedException {
    for (int i = 0; i < tries; i++) {
      if (java.nio.file.Files.exists(file)) {
        return true;
      }
      Thread.sleep(2);
    }
    return false;
  }
}
