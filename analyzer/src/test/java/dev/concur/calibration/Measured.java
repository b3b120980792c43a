package dev.concur.calibration;

import dev.concur.model.Bound;
import dev.concur.model.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What measuring said of one method.
 *
 * @param method class and name, without the package
 * @param kinds what it waits for or computes, as its author says; timing cannot tell kinds
 * @param starts whether it only starts work elsewhere
 * @param waitNanos time per call in which it did not run its own code: blocked, or in the kernel
 * @param cpuNanos user time per call
 */
record Measured(
    String method, List<Kind> kinds, boolean starts, double waitNanos, double cpuNanos) {

  /** Where neither matters: design, "Meanings". The engine has the same two numbers. */
  private static final double WAIT_MATTERS = 20_000;

  private static final double CPU_MATTERS = 50_000;

  /**
   * What reading or writing a file takes when the page cache does not answer; less was luck
   * (design: "disk access is I/O, even when the page cache happens to answer").
   */
  private static final double DISK = 100_000;

  private static final double MOSTLY = 0.8;
  private static final double HARDLY = 0.2;

  Bound bound() {
    double wait = kinds.contains(Kind.DISK) ? Math.max(DISK, waitNanos) : waitNanos;
    double share = wait / Math.max(1, wait + cpuNanos);
    boolean waits = wait >= WAIT_MATTERS && share > HARDLY;
    if (waits) {
      return share >= MOSTLY ? Bound.IO : Bound.MIXED;
    }
    return cpuNanos >= CPU_MATTERS ? Bound.CPU : Bound.LIGHT;
  }

  String line() {
    String words = kinds.stream().map(Kind::word).collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%s\t%.0f\t%.0f",
        method,
        bound().word(),
        words.isEmpty() ? "-" : words,
        starts ? "starts" : "-",
        waitNanos,
        cpuNanos);
  }

  static Measured read(String line) {
    String[] parts = line.split("\t");
    List<Kind> kinds =
        parts[2].equals("-")
            ? List.of()
            : Arrays.stream(parts[2].split(","))
                .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    return new Measured(
        parts[0],
        kinds,
        parts[3].equals("starts"),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]));
  }
}
