package dev.concur.cli;

import dev.concur.Analysis;
import dev.concur.CannotWrite;
import dev.concur.Concur;
import dev.concur.Delivery;
import dev.concur.Progress;
import dev.concur.ReportFiles;
import dev.concur.Settings;
import dev.concur.Threshold;
import dev.concur.TimeSpan;
import dev.concur.UsageError;
import dev.concur.report.PatchFiles;
import dev.concur.report.Report;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code concur scan}: the main job. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    versionProvider = ConcurCommand.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Reads code and reports what waits, what computes, which locks hold everybody up, and what to"
          + " do about it. Nothing of the code runs unless --verify is given, and then only in"
          + " JVMs of its own with every outside call replaced."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  concur scan .",
      "  concur scan --verify --verify-budget 2m target/classes",
      "  concur scan --format json,sarif,html --output target/concur .",
      "  concur scan --fail-on never --includes 'com.acme.**' app.jar",
      "",
      "Settings can be kept in concur.yml and known findings in .concur/suppressions."
    })
final class ScanCommand implements Callable<Integer> {

  @ParentCommand private @Nullable ConcurCommand parent;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = {
        "A jar (fat jars and wars too), a folder of classes, a Maven or Gradle project, a tree of"
            + " sources, or a module of the JDK such as jrt:/java.logging."
      })
  private List<String> paths = List.of();

  @Option(
      names = {"-f", "--format"},
      split = ",",
      paramLabel = "FORMAT",
      completionCandidates = FormatNames.class,
      description = "Any of: ${COMPLETION-CANDIDATES}. Default: text.")
  private @Nullable List<String> formats;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write there and keep standard output clean. With several formats it is a folder, and"
              + " the files in it are called report.json, report.sarif and so on.")
  private @Nullable Path output;

  @Option(
      names = {"-v", "--verbose"},
      description = "Every finding in full.")
  private boolean verbose;

  @Option(
      names = "--patches",
      paramLabel = "DIR",
      description =
          "Write a patch for each advice that is small and safe enough, for git apply; the sources"
              + " stay as they are.")
  private @Nullable Path patches;

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--verify",
      description = "Measure the advice on this machine with generated benchmarks.")
  private boolean verify;

  @Option(
      names = "--verify-budget",
      paramLabel = "TIME",
      description = "Time for all of it. Default: 60s.")
  private @Nullable String verifyBudget;

  @Option(
      names = "--verify-dir",
      paramLabel = "DIR",
      description = "Where benchmarks and raw samples stay. Default: .concur/verify")
  private @Nullable Path verifyDir;

  @Option(
      names = "--capture-tests",
      description =
          "With --verify: run the project's own JUnit tests, jailed, and measure methods with the"
              + " receiver and arguments that a test gives them.")
  private boolean captureTests;

  @Option(
      names = "--test-classpath",
      paramLabel = "PATH",
      description =
          "Folders of test classes and all that they need. Default: as the build files of the"
              + " project say.")
  private @Nullable String testClasspath;

  @Option(
      names = "--benchmark-jdk",
      paramLabel = "DIR",
      description =
          "JDK to measure on; virtual threads need 21 or newer. Default: the newest that is"
              + " found.")
  private @Nullable Path benchmarkJdk;

  @Option(
      names = "--jvm-args",
      paramLabel = "ARGS",
      description =
          "Options for tuning the JVMs that measure, all arms alike, such as '-XX:+UseG1GC'.")
  private @Nullable String jvmArgs;

  @Option(
      names = "--max-heap",
      paramLabel = "SIZE",
      description = "Largest heap of each of them. Default: 512m.")
  private @Nullable String maxHeap;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      completionCandidates = Levels.class,
      description = "Exit with 1 at error, warning, note, or never. Default: warning.")
  private @Nullable String failOn;

  @Option(
      names = "--max-allowed",
      paramLabel = "N",
      description = "How many of those findings are tolerated. Default: 0.")
  private @Nullable Integer maxAllowed;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "A JSON report of an earlier scan; only findings that are not in it fail.")
  private @Nullable Path baseline;

  @Option(
      names = "--since",
      paramLabel = "REF",
      description =
          "Report only findings on lines that changed since this commit, branch or tag. All is"
              + " analysed all the same.")
  private @Nullable String since;

  @Option(
      names = "--rule-pages",
      paramLabel = "URL",
      description =
          "Where your people read the rule pages, for links from SARIF, such as"
              + " 'https://HOST/docs/rules/{rule}.md'.")
  private @Nullable String rulePages;

  @Override
  public Integer call() {
    Settings settings = input.settings(paths);
    apply(settings);
    Delivery delivery = settings.delivery();
    ReportFiles.check(delivery);
    Terminal terminal = parent == null ? Terminal.ofThisProcess() : parent.terminal();
    Analysis analysis = analyze(settings, terminal);
    if (analysis.kept()) {
      spec.commandLine().getErr().println("concur: " + Analysis.KEPT);
    }
    return deliver(analysis, delivery, terminal).number();
  }

  private void apply(Settings settings) {
    if (formats != null) {
      settings.formats(formats);
    }
    if (output != null) {
      settings.output(output);
    }
    if (verify) {
      settings.verify(true);
    }
    if (verifyBudget != null) {
      settings.verifyBudget(TimeSpan.parse(verifyBudget));
    }
    if (verifyDir != null) {
      settings.verifyDir(verifyDir);
    }
    if (captureTests) {
      settings.captureTests(true);
    }
    if (testClasspath != null) {
      settings.testClasspath(InputOptions.split("--test-classpath", testClasspath));
    }
    if (benchmarkJdk != null) {
      settings.benchmarkJdk(benchmarkJdk);
    }
    if (jvmArgs != null) {
      settings.jvmArgs(jvmArgs);
    }
    if (maxHeap != null) {
      settings.maxHeap(maxHeap);
    }
    if (failOn != null) {
      settings.failOn(failOn);
    }
    if (maxAllowed != null && maxAllowed >= 0) {
      settings.maxAllowedViolations(maxAllowed);
    } else if (maxAllowed != null) {
      throw new UsageError("--max-allowed wants 0 or more, not " + maxAllowed);
    }
    if (baseline != null) {
      settings.baseline(baseline);
    }
    if (rulePages != null) {
      settings.rulePages(rulePages);
    }
    if (since != null) {
      settings.since(since);
    }
  }

  private Analysis analyze(Settings settings, Terminal terminal) {
    PrintWriter err = spec.commandLine().getErr();
    if (!terminal.interactive()) {
      return Concur.analyze(settings.request());
    }
    try (ProgressLine line = new ProgressLine(err, terminal.width())) {
      return Concur.analyze(settings.progress((Progress) line).request());
    }
  }

  private ExitCode deliver(Analysis analysis, Delivery delivery, Terminal terminal) {
    WriterContext context = Concur.context(analysis, delivery).wrappedAt(terminal.width());
    WriterContext asked = verbose ? context.inFull() : context;
    if (delivery.output().isPresent()) {
      new ReportFiles(analysis.report(), asked).write(delivery);
    } else {
      print(delivery.formats().get(0), analysis.report(), asked, terminal);
    }
    writePatches(analysis.report(), asked);
    return judge(analysis, delivery);
  }

  private void writePatches(Report report, WriterContext context) {
    if (patches == null) {
      return;
    }
    try {
      int written = PatchFiles.write(report, context, patches);
      String count = written == 1 ? "1 patch" : written + " patches";
      spec.commandLine().getErr().println("concur: " + count + " in " + patches);
    } catch (IOException e) {
      throw new CannotWrite("cannot write patches to " + patches + ": " + e.getMessage());
    }
  }

  /** Prints to standard output; colours and the terminal's characters are for text only. */
  private void print(String format, Report report, WriterContext context, Terminal terminal) {
    boolean text = format.equals("text");
    try {
      if (text) {
        WriterContext next = context.suggesting(new WriterContext.Commands(again()));
        WriterContext shown = terminal.colour() ? next.inColour() : next;
        OutputStreamWriter writer = new OutputStreamWriter(terminal.out(), terminal.charset());
        Reports.write(format, report, shown, writer);
      } else {
        OutputStream out = new BufferedOutputStream(terminal.out());
        Reports.write(format, report, context, out);
        out.flush();
      }
    } catch (IOException e) {
      if (!Terminal.isReaderGone(e)) {
        throw new CannotWrite("cannot write to standard output: " + e.getMessage());
      }
    }
  }

  private ExitCode judge(Analysis analysis, Delivery delivery) {
    PrintWriter err = spec.commandLine().getErr();
    boolean silent = delivery.output().isPresent() || !delivery.formats().contains("text");
    if (analysis.readNothing()) {
      err.println("concur: nothing could be read");
      analysis.report().problems().forEach(each -> err.println("  " + line(each)));
      return ExitCode.NOTHING_READ;
    }
    if (!analysis.fails(delivery.threshold())) {
      return ExitCode.CLEAN;
    }
    if (silent) {
      err.println("concur: " + violations(analysis, delivery));
    }
    return ExitCode.FINDINGS;
  }

  private static String violations(Analysis analysis, Delivery delivery) {
    Threshold threshold = delivery.threshold();
    int count = analysis.countViolations(threshold);
    String where = delivery.output().map(file -> "; see " + file).orElse("");
    return count
        + (count == 1 ? " finding" : " findings")
        + " at or above "
        + threshold.word()
        + where;
  }

  private static String line(Report.Problem problem) {
    return problem.where() + ": " + problem.message();
  }

  /** The paths as they were typed, for commands to copy. */
  private String again() {
    return paths.isEmpty()
        ? "PATH..."
        : String.join(" ", paths.stream().map(ScanCommand::quoted).toList());
  }

  private static String quoted(String path) {
    return path.matches("[\\w./:@%+,=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  /** For the help and for shells. */
  static final class FormatNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Reports.formats().iterator();
    }
  }

  /** For shells. */
  static final class Levels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Threshold.WORDS.iterator();
    }
  }
}
