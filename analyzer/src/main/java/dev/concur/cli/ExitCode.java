package dev.concur.cli;

/** How a command ends; scripts rely on the numbers. */
enum ExitCode {
  /** Nothing at or above the threshold. */
  CLEAN(0, "clean"),
  /** Something at or above the threshold that is neither suppressed nor in the baseline. */
  FINDINGS(1, "findings at or above the threshold"),
  /** The command line, the configuration or a file named there is not understood. */
  USAGE(2, "usage"),
  /** Not one class could be read. */
  NOTHING_READ(3, "nothing could be read"),
  /** Concur itself failed, or could not write its output. */
  INTERNAL(4, "internal");

  private final int number;
  private final String inHelp;

  ExitCode(int number, String inHelp) {
    this.number = number;
    this.inHelp = inHelp;
  }

  int number() {
    return number;
  }

  String inHelp() {
    return inHelp;
  }
}
