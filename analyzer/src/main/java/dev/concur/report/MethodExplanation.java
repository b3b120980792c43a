package dev.concur.report;

import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says of one method what it is, by which calls, under which locks, and what is found in it. */
public final class MethodExplanation {

  private static final double[] UNITS = {1, 1e3, 1e6, 1e9};
  private static final String[] NAMES = {"ns", "us", "ms", "s"};

  private final PrintWriter out;
  private final Report report;

  /** Explanations from this report, written there. */
  public MethodExplanation(PrintWriter out, Report report) {
    this.out = out;
    this.report = report;
  }

  /** Writes what is known of one method. */
  public void print(Label label) {
    out.println(label.method());
    out.println("  " + label.at().asStackFrame());
    out.println("  " + bound(label));
    label.cost().ifPresent(this::printCost);
    printChain(label);
    label.cost().ifPresent(cost -> printTipping(new Tipping(label.bound(), cost).words()));
    if (!label.missing().isEmpty()) {
      out.println("  missing   " + String.join(", ", label.missing()));
    }
    report.locks().forEach(use -> printLock(use, label));
    report.advice().stream()
        .map(advice -> advice.finding())
        .filter(finding -> finding.at().methodRef().equals(label.method()))
        .forEach(this::printFinding);
    out.println();
    out.flush();
  }

  private static String bound(Label label) {
    String kinds = label.kinds().stream().map(Kind::word).collect(Collectors.joining(", "));
    return label.bound().word()
        + (kinds.isEmpty() ? "" : " (" + kinds + ")")
        + (label.blocking() ? ", blocking" : "")
        + (label.async() ? ", async" : "")
        + "; confidence "
        + label.confidence().word();
  }

  private void printCost(Cost cost) {
    String from = cost.provenance().name().toLowerCase(Locale.ROOT);
    out.println("  computes  " + range(cost.cpu()) + " a call (" + from + ")");
    out.println("  waits     " + range(cost.waiting()) + " a call (" + from + ")");
  }

  private void printChain(Label label) {
    List<Spot> chain = label.evidence();
    for (int i = 0; i < chain.size(); i++) {
      Spot spot = chain.get(i);
      String note = spot.note().isEmpty() ? "" : "  " + spot.note();
      out.println((i == 0 ? "  because   " : "            ") + spot.asStackFrame() + note);
    }
  }

  private void printTipping(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      out.println((i == 0 ? "  otherwise " : "            ") + words.get(i));
    }
  }

  private void printLock(LockUse use, Label label) {
    use.regions().stream()
        .filter(region -> region.at().methodRef().equals(label.method()))
        .forEach(
            region ->
                out.println(
                    "  holds     "
                        + use.lock().words()
                        + " for "
                        + range(region.inside().total())
                        + ", "
                        + region.at().asStackFrame()));
  }

  private void printFinding(Finding finding) {
    out.println("  found     " + finding.rule() + ": " + finding.message());
    out.println("            " + finding.at().asStackFrame());
  }

  private static String range(Interval nanos) {
    return nanos.isZero()
        ? "nothing"
        : time(nanos.middle()) + " (" + time(nanos.low()) + " to " + time(nanos.high()) + ")";
  }

  static String time(double nanos) {
    if (!Double.isFinite(nanos)) {
      return "unknown";
    }
    int unit = 0;
    while (unit < UNITS.length - 1 && nanos >= UNITS[unit + 1]) {
      unit++;
    }
    double value = nanos / UNITS[unit];
    String digits = value >= 10 || value == Math.rint(value) ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, digits, value, NAMES[unit]);
  }
}
