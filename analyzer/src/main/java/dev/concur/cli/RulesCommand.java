package dev.concur.cli;

import dev.concur.Concur;
import dev.concur.report.RuleTexts.RuleText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code concur rules}: what it can find. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    description = "Lists the rules with a sentence each; concur explain RULE shows the page.")
final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> ids = Concur.ruleIds();
    int widest = ids.stream().mapToInt(String::length).max().orElse(0);
    for (String id : ids) {
      RuleText text = Concur.ruleTexts().of(id).orElseThrow();
      out.printf("%-" + widest + "s  %-7s  %s%n", id, text.severity().word(), text.title());
    }
    return ExitCode.CLEAN.number();
  }
}
