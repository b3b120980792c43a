package com.kittiwake.freight.ops;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

public class Watch implements AutoCloseable {
  private final WatchService service;
  private final ScheduledExecutorService timer;

  public Watch(Path dir, ScheduledExecutorService timer) throws IOException {
    this.timer = timer;
    service = FileSystems.getDefault().newWatchService();
    dir.register(
        service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
  }

  /** Names of files that changed, as soon as there are some. */
  public List<String> changed() throws InterruptedException {
    WatchKey key = service.take();
    List<String> names = new ArrayList<>();
    for (WatchEvent<?> event : key.pollEvents()) {
      names.add(String.valueOf(event.context()));
    }
    key.reset();
    return names;
  }

  public static boolean until(BooleanSupplier done, Duration step, int tries)
      throws InterruptedException {
    for (int i = 0; i < tries; i++) {
      if (done.getAsBoolean()) {
        return true;
      }
      TimeUnit.NANOSECONDS.sleep(step.toNanos());
    }
    return false;
  }

  public ScheduledFuture<?> heartbeat(LongConsumer beat) {
    return timer.scheduleAtFixedRate(() -> beat.accept(System.nanoTime()), 1, 30, TimeUnit.SECONDS);
  }

  /** Runs something on the timer and waits for its end. */
  public void onTimer(Runnable work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    timer.schedule(
        () -> {
          work.run();
          done.countDown();
        },
        3,
        TimeUnit.MILLISECONDS);
    done.await();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
