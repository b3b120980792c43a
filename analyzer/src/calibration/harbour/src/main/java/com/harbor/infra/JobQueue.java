package com.harbor.infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Work that is done elsewhere. */
public class JobQueue {

  private final ExecutorService workers;
  private final ScheduledExecutorService clock;
  private final ConcurrentHashMap<String, Future<?>> running = new ConcurrentHashMap<>();

  public JobQueue(ExecutorService workers, ScheduledExecutorService clock) {
    this.workers = workers;
    this.clock = clock;
  }

  public <T> Future<T> submit(Callable<T> job) {
    return workers.submit(job);
  }

  public void submitNamed(String name, Runnable job) {
    running.put(name, workers.submit(job));
  }

  public boolean isRunning(String name) {
    Future<?> job = running.get(name);
    return job != null && !job.isDone();
  }

  public ScheduledFuture<?> in(Duration delay, Runnable job) {
    return clock.schedule(job, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The result of the job; waits for it. */
  public <T> T await(Future<T> job) throws InterruptedException {
    try {
      return job.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Runs all and waits for the slowest. */
  public <T> List<T> all(List<? extends Callable<T>> jobs) throws InterruptedException {
    List<T> results = new ArrayList<>(jobs.size());
    for (Future<T> job : workers.invokeAll(jobs)) {
      results.add(await(job));
    }
    return results;
  }

  public <T> CompletableFuture<T> pipeline(
      Supplier<T> first, java.util.function.UnaryOperator<T> second) {
    return CompletableFuture.supplyAsync(first, workers).thenApplyAsync(second, workers);
  }

  /** Whichever is there first. */
  public Object fastest(List<CompletableFuture<Object>> candidates) {
    return CompletableFuture.anyOf(candidates.toArray(new CompletableFuture<?>[0])).join();
  }
}
