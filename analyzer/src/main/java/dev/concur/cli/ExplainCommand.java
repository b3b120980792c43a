package dev.concur.cli;

import dev.concur.Analysis;
import dev.concur.Concur;
import dev.concur.Nearest;
import dev.concur.Settings;
import dev.concur.UsageError;
import dev.concur.model.Label;
import dev.concur.report.MethodExplanation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concur explain}: the page of a rule, or why a method is labelled as it is. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Explains a rule, or the label of a method: what it costs, and by which chain of calls.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concur explain gil-static-lock",
      "  concur explain com.acme.Shop#buy --in target/classes",
      "  concur explain 'com.acme.Shop#*' --in ."
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RULE|CLASS#METHOD",
      completionCandidates = RuleIds.class,
      description = "Id of a rule as in concur rules, or a method; * stands for any part.")
  private String subject = "";

  @Option(
      names = "--in",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Where the method is. Default: the working folder.")
  private List<String> paths = List.of();

  @Mixin private InputOptions input = new InputOptions();

  @Override
  public Integer call() {
    return (subject.contains("#") ? explainMethods() : explainRule()).number();
  }

  private ExitCode explainRule() {
    String page = page();
    PrintWriter out = spec.commandLine().getOut();
    out.println(page);
    out.flush();
    return ExitCode.CLEAN;
  }

  private String page() {
    try {
      return Concur.rulePage(subject);
    } catch (UsageError e) {
      throw new UsageError(
          e.getMessage() + "; concur rules lists them, and a method is written CLASS#METHOD");
    }
  }

  private ExitCode explainMethods() {
    Settings settings = input.settings(paths.isEmpty() ? List.of(".") : paths);
    Analysis analysis = Concur.analyze(settings.request());
    PrintWriter err = spec.commandLine().getErr();
    if (analysis.readNothing()) {
      err.println("concur: nothing could be read");
      analysis
          .report()
          .problems()
          .forEach(each -> err.println("  " + each.where() + ": " + each.message()));
      return ExitCode.NOTHING_READ;
    }
    List<Label> labels =
        analysis.report().methods().stream().filter(MethodPattern.of(subject)).toList();
    if (labels.isEmpty()) {
      throw new UsageError("no method '" + subject + "' in what was read" + nearest(analysis));
    }
    MethodExplanation text = new MethodExplanation(spec.commandLine().getOut(), analysis.report());
    labels.forEach(text::print);
    return ExitCode.CLEAN;
  }

  private String nearest(Analysis analysis) {
    List<String> names =
        analysis.report().methods().stream()
            .map(label -> label.method().owner() + "#" + label.method().name())
            .distinct()
            .toList();
    return Nearest.question(subject, names);
  }

  /** For shells. */
  static final class RuleIds implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Concur.ruleIds().iterator();
    }
  }
}
