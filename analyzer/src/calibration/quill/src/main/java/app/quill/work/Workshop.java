package app.quill.work;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.SettableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** How work goes from hand to hand. */
public class Workshop {

  /** To be done not before a moment. */
  public static final class Reminder implements Delayed {
    private final long at;
    private final String text;

    public Reminder(String text, long millis) {
      this.text = text;
      this.at = System.nanoTime() + millis * 1_000_000;
    }

    public String text() {
      return text;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Reminder) other).at);
    }
  }

  private final ListeningExecutorService workers;
  private final DelayQueue<Reminder> reminders = new DelayQueue<>();
  private final Exchanger<List<String>> exchanger = new Exchanger<>();
  private final SynchronousQueue<String> counter = new SynchronousQueue<>();
  private final Phaser edition = new Phaser(2);
  private final RateLimiter limiter = RateLimiter.create(400);
  private final List<Consumer<String>> watchers = new ArrayList<>();

  public Workshop(ExecutorService workers) {
    this.workers = MoreExecutors.listeningDecorator(workers);
  }

  public void remind(String text, long millis) {
    reminders.put(new Reminder(text, millis));
  }

  /** The next reminder that is due. */
  public String nextDue() throws InterruptedException {
    return reminders.take().text();
  }

  public String dueNow() {
    Reminder reminder = reminders.poll();
    return reminder == null ? null : reminder.text();
  }

  /** Swaps the full list against an empty one. */
  public List<String> swap(List<String> full) throws InterruptedException {
    return exchanger.exchange(full);
  }

  public void handOver(String item) throws InterruptedException {
    counter.put(item);
  }

  public String pickUp() throws InterruptedException {
    return counter.poll(5, TimeUnit.SECONDS);
  }

  public int endOfChapter() {
    return edition.arriveAndAwaitAdvance();
  }

  public <T> ListenableFuture<T> start(Callable<T> work, Consumer<? super T> then) {
    ListenableFuture<T> future = workers.submit(work);
    Futures.addCallback(
        future,
        new FutureCallback<>() {
          @Override
          public void onSuccess(T result) {
            then.accept(result);
          }

          @Override
          public void onFailure(Throwable t) {
            watchers.forEach(watcher -> watcher.accept(t.getMessage()));
          }
        },
        workers);
    return future;
  }

  public <T> List<T> gather(List<ListenableFuture<T>> futures) throws ExecutionException {
    return Uninterruptibles.getUninterruptibly(Futures.allAsList(futures));
  }

  public <T> T settled(SettableFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(3, TimeUnit.SECONDS);
  }

  public static <T> boolean settle(SettableFuture<T> future, T value) {
    return future.set(value);
  }

  /** The first good result of several attempts. */
  public <T> T race(List<Callable<T>> attempts) throws InterruptedException {
    CompletionService<T> race = new ExecutorCompletionService<>(workers);
    attempts.forEach(race::submit);
    for (int i = 0; i < attempts.size(); i++) {
      try {
        return race.take().get();
      } catch (ExecutionException e) {
        watchers.forEach(watcher -> watcher.accept(e.getMessage()));
      }
    }
    throw new IllegalStateException("all failed");
  }

  public double throttle() {
    return limiter.acquire();
  }

  public boolean mayGo() {
    return limiter.tryAcquire();
  }

  public void settleDown(int millis) {
    Uninterruptibles.sleepUninterruptibly(millis, TimeUnit.MILLISECONDS);
  }

  public void watch(Consumer<String> watcher) {
    watchers.add(watcher);
  }

  public void tell(String text) {
    for (Consumer<String> watcher : watchers) {
      watcher.accept(text);
    }
  }

  /** On whatever executor it was given. */
  public static void tellLater(Executor executor, Runnable message) {
    executor.execute(message);
  }

  public static Thread inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  public static void finish(Thread thread) throws InterruptedException {
    thread.join();
  }
}
