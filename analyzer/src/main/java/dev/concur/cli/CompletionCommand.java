package dev.concur.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code concur completion}: the script that lets a shell complete our words. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    description = "Prints a completion script for bash and zsh.",
    footerHeading = "%nTo use it now:%n",
    footer = {
      "  source <(concur completion)",
      "For good: put that line into ~/.bashrc or ~/.zshrc (zsh: after compinit)."
    })
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String script = AutoComplete.bash("concur", spec.root().commandLine());
    spec.commandLine().getOut().print(script + '\n');
    spec.commandLine().getOut().flush();
    return ExitCode.CLEAN.number();
  }
}
