package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a generated benchmark that runs a batch: in a pool, in virtual threads, in processes.
 */
final class RunningSource {

  private static final String DONE =
      """

        private static long done(long sum) {
          checksum = sum;
          return sum;
        }
      """;

  private static final String TASK =
      """

        /** One task, and the number of the worker that runs it. */
        interface Task {
          long run(int task, int worker);
        }
      """;

  private static final String IN_SHARES =
      """

        /** Each thread of the pool takes every n-th task; the batch ends with the last of them. */
        long inShares(ExecutorService pool, int threads, Task task) throws Exception {
          List<Callable<Long>> parts = new ArrayList<>();
          for (int w = 0; w < threads; w++) {
            int worker = w;
            parts.add(
                () -> {
                  long sum = 0;
                  for (int i = worker; i < tasks; i += threads) {
                    sum += task.run(i, worker);
                  }
                  return sum;
                });
          }
          long sum = 0;
          for (Future<Long> part : pool.invokeAll(parts)) {
            sum += part.get();
          }
          return sum;
        }
      """;

  private static final String IN_POOL =
      """

        /** Each task is given to the pool. */
        long inPool(ExecutorService pool, Task task) throws Exception {
          List<Future<Long>> given = new ArrayList<>();
          for (int k = 0; k < tasks; k++) {
            int i = k;
            given.add(pool.submit(() -> task.run(i, i)));
          }
          long sum = 0;
          for (Future<Long> each : given) {
            sum += each.get();
          }
          return sum;
        }
      """;

  private static final String IN_NEW_THREADS =
      """

        /** Each task in a thread that is started for it, at most so many at once. */
        long inNewThreads(int atOnce, Task task) throws Exception {
          Semaphore permits = new Semaphore(atOnce);
          List<FutureTask<Long>> running = new ArrayList<>();
          for (int k = 0; k < tasks; k++) {
            int i = k;
            permits.acquire();
            FutureTask<Long> one =
                new FutureTask<>(
                    () -> {
                      try {
                        return task.run(i, i);
                      } finally {
                        permits.release();
                      }
                    });
            running.add(one);
            new Thread(one).start();
          }
          long sum = 0;
          for (FutureTask<Long> each : running) {
            sum += each.get();
          }
          return sum;
        }
      """;

  private static final String IN_VIRTUAL_THREADS =
      """

        /** Each task in a virtual thread of its own, at most so many at once (0: all). */
        long inVirtualThreads(int atOnce, Task task) throws Exception {
          Semaphore permits = new Semaphore(atOnce > 0 ? atOnce : tasks);
          List<Future<Long>> running = new ArrayList<>();
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int k = 0; k < tasks; k++) {
              int i = k;
              permits.acquire();
              running.add(
                  threads.submit(
                      () -> {
                        try {
                          return task.run(i, i);
                        } finally {
                          permits.release();
                        }
                      }));
            }
          }
          long sum = 0;
          for (Future<Long> each : running) {
            sum += each.get();
          }
          return sum;
        }
      """;

  private final Experiment experiment;
  private final StandIn standIn;
  private final boolean live;

  RunningSource(Experiment experiment, StandIn standIn, boolean live) {
    this.experiment = experiment;
    this.standIn = standIn;
    this.live = live;
  }

  /** The methods that the arms share. */
  String text() {
    Set<Threading> threading = threading();
    boolean virtual = uses(Model.VIRTUAL_THREADS);
    return DONE
        + (virtual || !threading.isEmpty() ? TASK : "")
        + (threading.contains(Threading.SHARES) ? IN_SHARES : "")
        + (threading.contains(Threading.POOL) ? IN_POOL : "")
        + (threading.contains(Threading.NEW_THREADS) ? IN_NEW_THREADS : "")
        + (virtual ? IN_VIRTUAL_THREADS : "")
        + (uses(Model.PROCESSES) ? sizes() : "");
  }

  private String sizes() {
    List<String> names = new ArrayList<>();
    names.add("tasks");
    if (live) {
      return sizes(names);
    }
    addIf(names, standIn.waiting() > 0, "waitNanos");
    addIf(names, standIn.heldWaiting() > 0, "heldWaitNanos");
    addIf(names, standIn.cpu() > 0, "rounds");
    addIf(names, standIn.heldCpu() > 0, "heldRounds");
    return sizes(names);
  }

  private static String sizes(List<String> names) {
    StringBuilder text = new StringBuilder();
    text.append("\n  String asText() {\n    return ");
    text.append(String.join(" + \",\" + ", names)).append(" + \"\";\n  }\n");
    text.append("\n  void fromText(String sizes) {\n    String[] each = sizes.split(\",\");\n");
    for (int k = 0; k < names.size(); k++) {
      String parse = names.get(k).endsWith("Nanos") ? "Long.parseLong" : "Integer.parseInt";
      text.append("    ").append(names.get(k)).append(" = ").append(parse);
      text.append("(each[").append(k).append("]);\n");
    }
    return text.append("  }\n").toString();
  }

  private static void addIf(List<String> names, boolean there, String name) {
    if (there) {
      names.add(name);
    }
  }

  /** How platform threads get their tasks; a parallel stream needs no method for it. */
  private Set<Threading> threading() {
    Set<Threading> all = EnumSet.noneOf(Threading.class);
    for (Arm arm : experiment.arms()) {
      if (arm.model() == Model.THREADS || arm.model() == Model.LOCK_CHANGE) {
        all.add(Threading.of(arm, standIn));
      } else if (arm.model() == Model.NATIVE && arm.parameters().poolSize() > 1) {
        all.add(Threading.SHARES);
      }
    }
    all.remove(Threading.SPLIT);
    return all;
  }

  private boolean uses(Model model) {
    return experiment.arms().stream().anyMatch(arm -> arm.model() == model);
  }
}
