package dev.concur.workloads;

import dev.concur.workloads.Workload.Play;
import dev.concur.workloads.Workload.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The ways of running many tasks. Pools are made once and kept, as a program keeps them. */
final class Plays {

  private static final ScheduledExecutorService TIMER =
      Executors.newScheduledThreadPool(1, Plays::daemon);

  private Plays() {}

  /** A task that gives a future at once. */
  interface Stage {
    CompletableFuture<?> start(int index);
  }

  static Play sequential(Task task) {
    return tasks -> {
      for (int i = 0; i < tasks; i++) {
        task.run(i);
      }
    };
  }

  /** A parallel stream on as many threads: tasks are split into chunks. */
  static Play parallel(int size, Task task) {
    ForkJoinPool pool = new ForkJoinPool(size);
    return tasks ->
        pool.submit(() -> IntStream.range(0, tasks).parallel().forEach(i -> quietly(task, i)))
            .get();
  }

  /** A fixed pool that is given each task by itself. */
  static Play threads(int size, Task task) {
    return given(Executors.newFixedThreadPool(size, Plays::daemon), task);
  }

  /** So many threads that each go on to the next task by themselves, as requests come in. */
  static Play entered(int many, Task task) {
    ExecutorService threads = Executors.newFixedThreadPool(many, Plays::daemon);
    return tasks -> {
      List<Future<?>> all = new ArrayList<>(many);
      for (int thread = 0; thread < many; thread++) {
        int first = thread;
        all.add(threads.submit(called(from -> each(task, from, many, tasks), first)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    };
  }

  private static void each(Task task, int first, int step, int tasks) throws Exception {
    for (int i = first; i < tasks; i += step) {
      task.run(i);
    }
  }

  static Play virtual(Task task) {
    return tasks -> {
      ExecutorService each = virtualThreads();
      try {
        given(each, task).all(tasks);
      } finally {
        each.shutdown();
      }
    };
  }

  static Play given(ExecutorService executor, Task task) {
    return tasks -> {
      List<Future<?>> all = new ArrayList<>(tasks);
      for (int i = 0; i < tasks; i++) {
        int index = i;
        all.add(executor.submit(called(task, index)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    };
  }

  static Play stages(int size, Task task) {
    ExecutorService pool = Executors.newFixedThreadPool(size, Plays::daemon);
    return async(index -> CompletableFuture.runAsync(() -> quietly(task, index), pool));
  }

  static Play async(Stage stage) {
    return tasks -> {
      CompletableFuture<?>[] all = new CompletableFuture<?>[tasks];
      for (int i = 0; i < tasks; i++) {
        all[i] = stage.start(i);
      }
      CompletableFuture.allOf(all).join();
    };
  }

  /** Completed by a timer after so many milliseconds. */
  static CompletableFuture<Integer> later(int millis, int index) {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    TIMER.schedule(() -> answer.complete(index), millis, TimeUnit.MILLISECONDS);
    return answer;
  }

  static void quietly(Task task, int index) {
    try {
      task.run(index);
    } catch (Exception e) {
      throw new IllegalStateException("task " + index, e);
    }
  }

  private static Callable<Void> called(Task task, int index) {
    return () -> {
      task.run(index);
      return null;
    };
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** Compiled for 17, run on 21 and newer. */
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("virtual threads need Java 21 or newer", e);
    }
  }
}
