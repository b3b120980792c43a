package dev.concur.cli;

/** The command {@code concur}. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofThisProcess();
    int exitCode = new Shell(terminal).run(args);
    System.exit(exitCode);
  }
}
