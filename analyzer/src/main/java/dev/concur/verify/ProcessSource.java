package dev.concur.verify;

/** The Java source of an arm of worker processes: batches of tasks in, results out. */
final class ProcessSource {

  /** What the user's code prints must not get into the pipe. */
  private static final String SILENCE =
      """
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setIn(InputStream.nullInputStream());
      """;

  private final ArmFrame frame;

  ProcessSource(ArmFrame frame) {
    this.frame = frame;
  }

  String text() {
    String state = frame.stateName();
    int workers = ArmSizes.workers(frame.arm(), frame.cores());
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
                frame.className(),
                frame.task(),
                frame.live() ? "      command.addAll(LiveTask.childOptions());\n" : "",
                frame.live() ? SILENCE : "")
        + frame.method(
            workers + " worker processes, " + ArmSizes.batch(frame.arm()) + " tasks a message",
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
                .formatted(workers, ArmSizes.batch(frame.arm())));
  }
}
