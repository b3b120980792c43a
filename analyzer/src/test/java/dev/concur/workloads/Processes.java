package dev.concur.workloads;

import dev.concur.workloads.Workload.Play;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Worker JVMs, one a core, that are sent batches of task numbers and answer when they are done. */
final class Processes implements AutoCloseable {

  private static final int WORKERS = 2;

  private final int batch;
  private final List<Process> workers = new ArrayList<>();
  private final ExecutorService senders = Executors.newFixedThreadPool(WORKERS);

  Processes(Workload workload) throws IOException {
    this.batch = workload.batch();
    for (int worker = 0; worker < WORKERS; worker++) {
      workers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Processes.class.getName(),
                  workload.name())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
  }

  Play play() {
    return tasks -> {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (Process worker : workers) {
        all.add(
            senders.submit(
                () -> {
                  send(worker, next, tasks);
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    };
  }

  private void send(Process worker, AtomicInteger next, int tasks) throws IOException {
    DataOutputStream to = new DataOutputStream(worker.getOutputStream());
    InputStream from = worker.getInputStream();
    for (int first = next.getAndAdd(batch); first < tasks; first = next.getAndAdd(batch)) {
      to.writeLong((long) first << 32 | Math.min(batch, tasks - first));
      to.flush();
      if (from.read() < 0) {
        throw new EOFException("a worker process ended");
      }
    }
  }

  @Override
  public void close() {
    senders.shutdown();
    workers.forEach(Process::destroy);
  }

  /** A worker. */
  public static void main(String[] name) throws Exception {
    Workload workload = Suite.named(name[0]);
    OutputStream answers = new BufferedOutputStream(System.out);
    System.setOut(System.err);
    DataInputStream batches = new DataInputStream(new BufferedInputStream(System.in));
    while (true) {
      long next;
      try {
        next = batches.readLong();
      } catch (EOFException e) {
        return;
      }
      int first = (int) (next >>> 32);
      for (int i = 0; i < (int) next; i++) {
        workload.task().run(first + i);
      }
      answers.write(1);
      answers.flush();
    }
  }
}
