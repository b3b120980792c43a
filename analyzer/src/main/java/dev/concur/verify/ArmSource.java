package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Model;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The Java source of one arm: the state it needs and its benchmark method. */
final class ArmSource {

  /** Names the generated class has for itself. */
  private static final Set<String> TAKEN =
      Set.of("work", "pause", "tasks", "lock", "locks", "done", "capacity", "shared", "main");

  /** What the user's code prints must not get into the pipe. */
  private static final String SILENCE =
      """
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setIn(InputStream.nullInputStream());
      """;

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

  /** Four chunks a core even out tasks of different length, as java.util.stream splits them. */
  private static final int CHUNKS = 4;

  private static final String TASKS_IN_PARALLEL =
      "IntStream.range(0, tasks).parallel().mapToLong(i -> %s(i, 0)).sum()";

  /** The number of the chunk is that of the worker: none shares its objects with another. */
  private static final String CHUNKS_IN_PARALLEL =
      """
      IntStream.range(0, %2$d)
          .parallel()
          .mapToLong(
              chunk -> {
                long sum = 0;
                for (int i = chunk; i < tasks; i += %2$d) {
                  sum += %1$s(i, chunk);
                }
                return sum;
              })
          .sum()""";

  private static final Map<LockState, String> TASK_NAMES =
      Map.of(
          LockState.NONE, "free",
          LockState.AS_IS, "asIs",
          LockState.WAITING_OUTSIDE, "waitingOutside",
          LockState.NARROWED, "narrowed",
          LockState.STRIPED, "striped",
          LockState.PER_WORKER, "perWorker");

  private final Arm arm;
  private final StandIn standIn;
  private final int cores;
  private final String className;
  private final boolean live;

  ArmSource(Arm arm, StandIn standIn, int cores, String className, boolean live) {
    this.live = live;
    this.arm = arm;
    this.standIn = standIn;
    this.cores = cores;
    this.className = className;
  }

  /** The name of an arm's benchmark method. */
  static String methodOf(Arm arm) {
    boolean free = SourceVersion.isName(arm.id()) && !TAKEN.contains(arm.id());
    return free ? arm.id() : arm.id().replaceAll("\\W", "_") + "Arm";
  }

  /** The method that runs one task the way this arm does. */
  static String taskOf(Arm arm) {
    String name = TASK_NAMES.getOrDefault(arm.lock(), "free");
    if (arm.lock() == LockState.STRIPED) {
      name += ArmSizes.stripes(arm);
    }
    return arm.model() == Model.NATIVE ? name + "Vectorised" : name;
  }

  String text() {
    return switch (arm.model()) {
      case SEQUENTIAL, FIX -> sequential();
      case THREADS, LOCK_CHANGE -> threads();
      case NATIVE ->
          arm.parameters().poolSize() > 1 ? inShares(arm.parameters().poolSize()) : sequential();
      case VIRTUAL_THREADS -> virtual();
      case ASYNC -> async();
      case PROCESSES -> processes();
    };
  }

  private String sequential() {
    return method(
        "one task after the other in the calling thread",
        "",
        """
            long sum = 0;
            for (int i = 0; i < tasks; i++) {
              sum += %s(i, 0);
            }
            return done(sum);
        """
            .formatted(taskOf(arm)));
  }

  private String threads() {
    int threads = ArmSizes.threads(arm, cores);
    return switch (Threading.of(arm, standIn)) {
      case SPLIT -> forkJoin();
      case SHARES -> inShares(threads);
      case POOL -> pool(threads, "inPool(threads.pool, this::%s)");
      case NEW_THREADS -> newThreads(threads);
    };
  }

  private String newThreads(int atOnce) {
    return method(
        "a new thread for each task, " + atOnce + " at once",
        "",
        "    return done(inNewThreads(%d, this::%s));\n".formatted(atOnce, taskOf(arm)));
  }

  private String inShares(int threads) {
    return pool(threads, "inShares(threads.pool, " + threads + ", this::%s)");
  }

  private String pool(int threads, String batch) {
    String state = stateName();
    return """
          /** %1$d platform threads. */
          @State(Scope.Benchmark)
          public static class %2$s {
            final ExecutorService pool = Executors.newFixedThreadPool(%1$d);

            @TearDown
            public void close() {
              pool.shutdownNow();
            }
          }

        """
            .formatted(threads, state)
            .indent(0)
        + method(
            "a pool of " + threads + " platform threads",
            state + " threads",
            "    return done(" + batch.formatted(taskOf(arm)) + ");\n");
  }

  /**
   * A parallel stream in the common pool, where the calling thread helps; with another number of
   * threads than it has, in a pool of its own.
   */
  private String forkJoin() {
    int threads = ArmSizes.threads(arm, cores);
    String stream =
        (live ? CHUNKS_IN_PARALLEL : TASKS_IN_PARALLEL).formatted(taskOf(arm), CHUNKS * threads);
    return threads == cores
        ? method(
            "a parallel stream, one thread a core",
            "",
            "    return done(\n" + stream.indent(8).stripTrailing() + ");\n")
        : inPoolOfItsOwn(threads, stream);
  }

  private String inPoolOfItsOwn(int threads, String stream) {
    String state = stateName();
    return """
          /** A fork/join pool of %1$d workers. */
          @State(Scope.Benchmark)
          public static class %2$s {
            final ForkJoinPool pool = new ForkJoinPool(%1$d);

            @TearDown
            public void close() {
              pool.shutdownNow();
            }
          }

        """
            .formatted(threads, state)
        + method(
            "a parallel stream on " + threads + " workers",
            state + " threads",
            """
                return done(
                    threads
                        .pool
                        .submit(
                            () ->
            %s)
                        .get());
            """
                .formatted(stream.indent(20).stripTrailing()));
  }

  private String virtual() {
    int limit = arm.parameters().inFlight();
    boolean limited = limit > 0 && limit < standIn.tasks();
    return method(
        "a virtual thread for each task" + (limited ? ", " + limit + " at once" : ""),
        "",
        "    return done(inVirtualThreads(%d, this::%s));\n"
            .formatted(limited ? limit : 0, taskOf(arm)));
  }

  private String async() {
    return live ? asyncOn(LIVE_STAGES) : asyncOn(stages());
  }

  /** The computing of a task, and then a stage for its waits. */
  private String stages() {
    String stages =
        switch (arm.lock()) {
          case AS_IS -> "underLock(i, true)";
          case WAITING_OUTSIDE -> "underLock(i, false)";
          case NARROWED, STRIPED, PER_WORKER, NONE -> "";
        };
    boolean timerForHeld = arm.lock() != LockState.AS_IS && standIn.heldWaiting() > 0;
    String compute = "(long) i" + (standIn.cpu() > 0 ? " + work.compute(i, rounds)" : "");
    if (stages.isEmpty() && standIn.heldCpu() > 0) {
      compute += " + work.compute(i, heldRounds)";
    }
    StringBuilder chain = new StringBuilder();
    chain.append("      CompletableFuture<Long> stage =\n");
    chain.append("          CompletableFuture.supplyAsync(() -> ").append(compute);
    chain.append(", async.cores);\n");
    if (standIn.waiting() > 0) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum, async.after(waitNanos));\n");
    }
    if (!stages.isEmpty() && (standIn.heldCpu() > 0 || standIn.heldWaiting() > 0)) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum + ").append(stages);
      chain.append(", async.cores);\n");
    }
    if (timerForHeld) {
      chain.append("      stage = stage.thenApplyAsync(sum -> sum, async.after(heldWaitNanos));\n");
    }
    return chain.toString();
  }

  private String asyncOn(String chain) {
    String state = stateName();
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
            .formatted(cores, state)
        + method(
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

  private String processes() {
    String state = stateName();
    int workers = ArmSizes.workers(arm, cores);
    return """
          /** %1$d worker processes, each a JVM with its own lock and heap. */
          @State(Scope.Benchmark)
          public static class %2$s {
            final List<Process> workers = new ArrayList<>();
            final ExecutorService feeders = Executors.newFixedThreadPool(%1$d);

            @Setup
            public void open(%3$s sizes) throws IOException {
              for (int w = 0; w < %1$d; w++) {
                workers.add(Child.start(sizes));
              }
            }

            @TearDown
            public void close() {
              feeders.shutdownNow();
              workers.forEach(Process::destroyForcibly);
            }
          }

          /** What a worker process runs: batches of tasks in, their results out, until the pipe closes. */
          public static class Child {

            static Process start(%3$s sizes) throws IOException {
              List<String> command = new ArrayList<>();
              command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
              command.add("-Xmx128m");
        %5$s      command.add("-cp");
              command.add(System.getProperty("java.class.path"));
              command.add(Child.class.getName());
              command.add(sizes.asText());
              return new ProcessBuilder(command)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start();
            }

            public static void main(String[] arguments) throws IOException {
              %3$s here = new %3$s();
              here.fromText(arguments[0]);
              DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
              DataOutputStream out =
                  new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        %6$s      int batch;
              while ((batch = countOrEnd(in)) > 0) {
                int[] items = new int[batch];
                for (int k = 0; k < batch; k++) {
                  items[k] = in.readInt();
                }
                for (int item : items) {
                  out.writeLong(here.%4$s(item, 0));
                }
                out.flush();
              }
            }

            private static int countOrEnd(DataInputStream in) throws IOException {
              try {
                return in.readInt();
              } catch (EOFException closed) {
                return 0;
              }
            }

            /** Sends every n-th batch to one process and adds up what comes back. */
            static long feed(Process worker, int first, int every, int batch, int tasks)
                throws IOException {
              DataOutputStream out =
                  new DataOutputStream(new BufferedOutputStream(worker.getOutputStream(), 1 << 16));
              DataInputStream in =
                  new DataInputStream(new BufferedInputStream(worker.getInputStream(), 1 << 16));
              long sum = 0;
              for (int from = first * batch; from < tasks; from += every * batch) {
                int count = Math.min(batch, tasks - from);
                out.writeInt(count);
                for (int i = from; i < from + count; i++) {
                  out.writeInt(i);
                }
                out.flush();
                for (int i = 0; i < count; i++) {
                  sum += in.readLong();
                }
              }
              return sum;
            }
          }

        """
            .formatted(
                workers,
                state,
                className,
                taskOf(arm),
                live ? "      command.addAll(LiveTask.childOptions());\n" : "",
                live ? SILENCE : "")
        + method(
            workers + " worker processes, " + ArmSizes.batch(arm) + " tasks a message",
            state + " processes",
            """
                List<Callable<Long>> parts = new ArrayList<>();
                for (int w = 0; w < %1$d; w++) {
                  int first = w;
                  parts.add(
                      () -> Child.feed(processes.workers.get(first), first, %1$d, %2$d, tasks));
                }
                long sum = 0;
                for (Future<Long> part : processes.feeders.invokeAll(parts)) {
                  sum += part.get();
                }
                return done(sum);
            """
                .formatted(workers, ArmSizes.batch(arm)));
  }

  private String method(String how, String state, String body) {
    return """
          /** %s: %s%s. */
          @Benchmark
          public long %s(%s) throws Exception {
        %s  }
        """
        .formatted(
            arm.role().name().toLowerCase(java.util.Locale.ROOT),
            how,
            (arm.model() == Model.NATIVE ? ", in vector registers" : "") + lockWords(),
            methodOf(arm),
            state,
            body);
  }

  private String lockWords() {
    return switch (arm.lock()) {
      case NONE -> "";
      case AS_IS -> "; the lock as it is";
      case WAITING_OUTSIDE -> "; the waiting moved out of the lock";
      case NARROWED -> "; only a touch of shared state under the lock";
      case STRIPED -> "; " + ArmSizes.stripes(arm) + " locks instead of one";
      case PER_WORKER -> "; a lock and state of its own for each worker";
    };
  }

  private String stateName() {
    String method = methodOf(arm);
    return Character.toUpperCase(method.charAt(0)) + method.substring(1) + "State";
  }
}
