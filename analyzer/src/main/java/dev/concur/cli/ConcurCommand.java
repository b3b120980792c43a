package dev.concur.cli;

import dev.concur.Concur;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The whole command; its sub-commands do the work. */
@Command(
    name = "concur",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Says for every Java method whether it waits or computes, finds the locks that behave like"
          + " CPython's GIL, advises a remedy, and measures that advice on this machine."
    },
    subcommands = {
      ScanCommand.class,
      ExplainCommand.class,
      RulesCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  concur scan .                             scan the project in this folder",
      "  concur scan app.jar --classpath lib/*     a jar and the jars it needs",
      "  concur scan --verify .                    and measure the advice here and now",
      "  concur scan --format sarif --output concur.sarif .",
      "  concur explain gil-static-lock            what a finding means",
      "  concur explain com.acme.Shop#buy --in .   why a method is labelled as it is",
      "",
      "Exit codes: 0 clean, 1 findings at or above the threshold, 2 usage,",
      "            3 nothing could be read, 4 internal."
    })
final class ConcurCommand implements Runnable {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the whole trace when concur itself fails.")
  private boolean debug;

  ConcurCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do, for example: concur scan .");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "concur " + Concur.version(),
        "JVM ${java.version} (${java.vendor})",
        "OS ${os.name} ${os.version} ${os.arch}"
      };
    }
  }
}
