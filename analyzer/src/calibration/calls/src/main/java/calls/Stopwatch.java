package calls;

/**
 * Times a call: .4 s to warm up, then the best of three times .12 s, CPU time of the calling
 * thread.
 */
final class Stopwatch {

  private Stopwatch() {}

  interface Op {
    Object run() throws Exception;
  }

  private static Object sink;

  /** Only calls whose name holds this are timed. */
  static String only = "";

  static void time(String name, Op op) {
    if (!name.contains(only)) {
      return;
    }
    try {
      long end = System.nanoTime() + 400_000_000L;
      int n = 0;
      while (System.nanoTime() < end || n < 3) {
        sink = op.run();
        n++;
      }
      double best = 1e18;
      for (int k = 0; k < 3; k++) {
        long s = System.nanoTime(), e = s + 120_000_000L;
        int c = 0;
        java.lang.management.ThreadMXBean b =
            java.lang.management.ManagementFactory.getThreadMXBean();
        long c0 = b.getCurrentThreadCpuTime();
        do {
          sink = op.run();
          c++;
        } while (System.nanoTime() < e);
        best = Math.min(best, (b.getCurrentThreadCpuTime() - c0) / (double) c);
      }
      System.out.printf("%-46s %12.2f us%n", name, best / 1e3);
    } catch (Throwable x) {
      System.out.println(name + " FAILED " + x);
    }
  }
}
