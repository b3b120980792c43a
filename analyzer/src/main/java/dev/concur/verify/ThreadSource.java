package dev.concur.verify;

/** The Java source of an arm on platform threads: pools, parallel streams, new threads. */
final class ThreadSource {

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

  private final ArmFrame frame;

  ThreadSource(ArmFrame frame) {
    this.frame = frame;
  }

  String text() {
    int threads = ArmSizes.threads(frame.arm(), frame.cores());
    return switch (Threading.of(frame.arm(), frame.standIn())) {
      case SPLIT -> forkJoin();
      case SHARES -> inShares(threads);
      case POOL -> pool(threads, "inPool(threads.pool, this::%s)");
      case NEW_THREADS -> newThreads(threads);
    };
  }

  private String newThreads(int atOnce) {
    return frame.method(
        "a new thread for each task, " + atOnce + " at once",
        "",
        "    return done(inNewThreads(%d, this::%s));\n".formatted(atOnce, frame.task()));
  }

  /** Each thread of a pool has its share of the batch. */
  String inShares(int threads) {
    return pool(threads, "inShares(threads.pool, " + threads + ", this::%s)");
  }

  private String pool(int threads, String batch) {
    String state = frame.stateName();
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
        + frame.method(
            "a pool of " + threads + " platform threads",
            state + " threads",
            "    return done(" + batch.formatted(frame.task()) + ");\n");
  }

  /**
   * A parallel stream in the common pool, where the calling thread helps; with another number of
   * threads than it has, in a pool of its own.
   */
  private String forkJoin() {
    int threads = ArmSizes.threads(frame.arm(), frame.cores());
    String stream =
        (frame.live() ? CHUNKS_IN_PARALLEL : TASKS_IN_PARALLEL)
            .formatted(frame.task(), CHUNKS * threads);
    return threads == frame.cores()
        ? frame.method(
            "a parallel stream, one thread a core",
            "",
            "    return done(\n" + stream.indent(8).stripTrailing() + ");\n")
        : inPoolOfItsOwn(threads, stream);
  }

  private String inPoolOfItsOwn(int threads, String stream) {
    String state = frame.stateName();
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
        + frame.method(
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
}
