package dev.concur.samples.processwaitunderlock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The printer of address labels. Wrong: while one label is printed, nobody can ask what has been
 * printed.
 */
public final class LabelPrinter {

  private static final LabelPrinter AT_THE_GATE = new LabelPrinter();

  private final List<String> printed = new ArrayList<>();

  private LabelPrinter() {}

  /** The one printer. */
  public static LabelPrinter atTheGate() {
    return AT_THE_GATE;
  }

  /** Prints a label. */
  public int print(String label) throws IOException, InterruptedException {
    synchronized (printed) { // expect: process-wait-under-lock
      int exit = new ProcessBuilder("print-label", label).inheritIO().start().waitFor();
      printed.add(label);
      return exit;
    }
  }

  /** How many labels were printed. */
  public int size() { // label: light
    synchronized (printed) {
      return printed.size();
    }
  }
}
