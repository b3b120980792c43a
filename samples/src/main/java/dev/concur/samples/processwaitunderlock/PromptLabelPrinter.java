package dev.concur.samples.processwaitunderlock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Right: prints first, notes it after. */
public final class PromptLabelPrinter {

  private static final PromptLabelPrinter AT_THE_GATE = new PromptLabelPrinter();

  private final List<String> printed = new ArrayList<>();

  private PromptLabelPrinter() {}

  /** The one printer. */
  public static PromptLabelPrinter atTheGate() {
    return AT_THE_GATE;
  }

  /** Prints a label. */
  public int print(String label) throws IOException, InterruptedException { // label: io process
    int exit = new ProcessBuilder("print-label", label).inheritIO().start().waitFor();
    synchronized (printed) {
      printed.add(label);
    }
    return exit;
  }

  /** How many labels were printed. */
  public int size() { // label: light
    synchronized (printed) {
      return printed.size();
    }
  }
}
