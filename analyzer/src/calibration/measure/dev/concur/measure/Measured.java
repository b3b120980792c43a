package dev.concur.measure;

import java.util.List;
import java.util.Locale;

/** What measuring said of one method; the rule for bounds is the one of the design. */
record Measured(Subject subject, double wallNanos, double cpuNanos, double waitNanos) {

  private static final double WAIT_MATTERS = 20_000;
  private static final double CPU_MATTERS = 50_000;
  private static final double DISK = 100_000;
  private static final double MOSTLY = 0.8;
  private static final double HARDLY = 0.2;

  private double counted() {
    return subject.files() ? Math.max(DISK, waitNanos) : waitNanos;
  }

  private double share() {
    return counted() / Math.max(1, counted() + cpuNanos);
  }

  String bound() {
    if (counted() >= WAIT_MATTERS && share() > HARDLY) {
      return share() >= MOSTLY ? "io" : "mixed";
    }
    return cpuNanos >= CPU_MATTERS ? "cpu" : "light";
  }

  boolean borderline() {
    double wait = counted();
    if (wait >= 15_000 && cpuNanos >= 5_000) {
      double share = share();
      if (share > .15 && share < .25 || share > .75 && share < .85) {
        return true;
      }
    }
    if (bound().equals("light") || bound().equals("cpu")) {
      return wait > 12_000 && wait < 30_000 && cpuNanos < 80_000
          || cpuNanos >= 30_000 && cpuNanos <= 80_000;
    }
    return wait < 30_000;
  }

  private String kinds() {
    String bound = bound();
    List<String> words =
        subject.kinds.stream()
            .filter(
                kind ->
                    switch (bound) {
                      case "io" -> Subject.WAITS.contains(kind);
                      case "cpu" -> !Subject.WAITS.contains(kind);
                      case "mixed" -> true;
                      default -> false;
                    })
            .toList();
    return words.isEmpty() ? "-" : String.join(",", words);
  }

  private String flags() {
    boolean waits = subject.kinds.stream().anyMatch(Subject.WAITS::contains) || subject.blocking;
    String flags = (waits ? "blocking" : "") + (subject.async ? (waits ? "," : "") + "async" : "");
    return flags.isEmpty() ? "-" : flags;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%s\t%s\t%s\t%.1f\t%.1f\t%.3f\t%s\t%s",
        subject.owner,
        subject.name,
        subject.descriptor,
        bound(),
        kinds(),
        flags(),
        wallNanos / 1_000,
        cpuNanos / 1_000,
        share(),
        borderline() ? "borderline" : "-",
        subject.driven);
  }
}
