package dev.concur.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code concur}. */
@Command(
    name = "concur",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Says what waits, what computes and which locks behave like a GIL.")
public final class Main implements Runnable {

  private Main() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }

  /** The version that the build wrote into the manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"concur " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
