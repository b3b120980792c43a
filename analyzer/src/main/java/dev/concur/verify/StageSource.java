package dev.concur.verify;

import dev.concur.advise.Arm.LockState;

/** The Java source of an arm of completion stages: timers wait in place of threads. */
final class StageSource {

  /** The method itself without its waits, which a timer then waits in place of a thread. */
  private static final String LIVE_STAGES =
      """
            AtomicLong fine = new AtomicLong(1);
            CompletableFuture<Long> stage =
                CompletableFuture.supplyAsync(
                        () -> LiveTask.prepared().runOwing(i, () -> fine.set(0)), async.cores)
                    .thenCompose(
                        owed -> CompletableFuture.supplyAsync(fine::get, async.after(owed)));
      """;

  private final ArmFrame frame;

  StageSource(ArmFrame frame) {
    this.frame = frame;
  }

  String text() {
    return frame.live() ? asyncOn(LIVE_STAGES) : asyncOn(stages());
  }

  /** The computing of a task, and then a stage for its waits. */
  private String stages() {
    String stages =
        switch (frame.arm().lock()) {
          case AS_IS -> "underLock(i, true)";
          case WAITING_OUTSIDE -> "underLock(i, false)";
          case NARROWED, COMPUTING_OUTSIDE, STRIPED, PER_WORKER, NONE -> "";
        };
    boolean timerForHeld =
        frame.arm().lock() != LockState.AS_IS && frame.standIn().heldWaiting() > 0;
    String compute = "(long) i" + (frame.standIn().cpu() > 0 ? " + work.compute(i, rounds)" : "");
    if (stages.isEmpty() && frame.standIn().heldCpu() > 0) {
      compute += " + work.compute(i, heldRounds)";
    }
    StringBuilder chain = new StringBuilder();
    chain.append("      CompletableFuture<Long> stage =\n");
    chain.append("          CompletableFuture.supplyAsync(() -> ").append(compute);
    chain.append(", async.cores);\n");
    if (frame.standIn().waiting() > 0) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum, async.after(waitNanos));\n");
    }
    if (!stages.isEmpty() && (frame.standIn().heldCpu() > 0 || frame.standIn().heldWaiting() > 0)) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum + ").append(stages);
      chain.append(", async.cores);\n");
    }
    if (timerForHeld) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum, async.after(heldWaitNanos));\n");
    }
    return chain.toString();
  }

  private String asyncOn(String chain) {
    String state = frame.stateName();
    return """
          /** %1$d threads that compute, and timers instead of threads that wait. */
          @State(Scope.Benchmark)
          public static class %2$s {
            final ExecutorService cores = Executors.newFixedThreadPool(%1$d);

            Executor after(long nanos) {
              return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, cores);
            }

            @TearDown
            public void close() {
              cores.shutdownNow();
            }
          }

        """
            .formatted(frame.cores(), state)
        + frame.method(
            "stages that wait without a thread",
            state + " async",
            """
                List<CompletableFuture<Long>> running = new ArrayList<>();
                for (int task = 0; task < tasks; task++) {
                  int i = task;
            %s      running.add(stage);
                }
                long sum = 0;
                for (CompletableFuture<Long> each : running) {
                  sum += each.join();
                }
                return done(sum);
            """
                .formatted(chain));
  }
}
