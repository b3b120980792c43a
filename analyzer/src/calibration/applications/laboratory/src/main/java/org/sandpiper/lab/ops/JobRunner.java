package org.sandpiper.lab.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /** A periodic job with the frame around it. */
  public abstract static class Job {
    private final AtomicLong runs = new AtomicLong();

    public final int run() {
      if (!due()) return 0;
      int n = 0;
      try {
        n = work();
        runs.incrementAndGet();
        if (LOG.isDebugEnabled()) LOG.debug("{} handled {}", name(), n);
      } catch (Exception e) {
        LOG.warn("{} failed", name(), e);
        cooldown();
      }
      return n;
    }

    protected boolean due() {
      return true;
    }

    protected void cooldown() {
      try {
        TimeUnit.SECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    public String name() {
      return getClass().getSimpleName();
    }

    public long runs() {
      return runs.get();
    }

    protected abstract int work() throws Exception;
  }

  private final ScheduledExecutorService timer;
  private final ExecutorService workers;

  public JobRunner(ScheduledExecutorService timer, ExecutorService workers) {
    this.timer = timer;
    this.workers = workers;
  }

  public ScheduledFuture<?> every(Job job, long seconds) {
    return timer.scheduleWithFixedDelay(job::run, seconds, seconds, TimeUnit.SECONDS);
  }

  public CompletableFuture<Integer> later(Job job) {
    return CompletableFuture.supplyAsync(job::run, workers);
  }

  public <T> List<T> all(List<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> t : tasks) futures.add(workers.submit(t));
    List<T> out = new ArrayList<>();
    for (Future<T> f : futures) out.add(f.get());
    return out;
  }
}
