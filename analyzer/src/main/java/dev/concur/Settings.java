package dev.concur;

import dev.concur.model.Severity;
import dev.concur.report.PublishedPages;
import dev.concur.report.RuleTexts;
import dev.concur.verify.JvmOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that can be set, filled from the weakest voice to the strongest: defaults, {@code
 * concur.yml}, then what the shell was told. Whoever says nothing of a setting leaves it as it is.
 */
public final class Settings {

  private static final Duration USUAL_BUDGET = Duration.ofSeconds(60);

  private List<String> paths = List.of();
  private List<BuiltModule> modules = List.of();
  private List<Path> classpath = List.of();
  private boolean includeTests;
  private int release;
  private int runtime;
  private int threads;
  private Optional<Path> cacheDir = Optional.empty();
  private boolean libraryCatalogues = true;
  private boolean requireJustification;
  private String rulesetVersion = Ruleset.CURRENT;
  private List<String> includes = List.of();
  private List<String> excludes = List.of();
  private final List<KnownFinding> suppressions = new ArrayList<>();
  private boolean partly;
  private Optional<Path> baseline = Optional.empty();
  private Optional<String> since = Optional.empty();
  private boolean verify;
  private Duration verifyBudget = USUAL_BUDGET;
  private Path verifyDir = Path.of(".concur", "verify");
  private Optional<Path> benchmarkJdk = Optional.empty();
  private JvmOptions jvmOptions = JvmOptions.USUAL;
  private boolean captureTests;
  private List<Path> testClasspath = List.of();
  private List<BuiltTests> builtTests = List.of();
  private List<String> formats = List.of("text");
  private Optional<Path> output = Optional.empty();
  private Optional<Severity> failOn = Threshold.USUAL.lowest();
  private int maxAllowedViolations;
  private Optional<String> rulePages = Optional.empty();
  private Progress progress = Progress.NONE;

  /** What to scan. */
  public Settings paths(List<String> value) {
    paths = List.copyOf(value);
    return this;
  }

  /** What to scan, when a build tool knows where it is. */
  public Settings modules(List<BuiltModule> value) {
    modules = List.copyOf(value);
    return this;
  }

  /** What to resolve against. */
  public Settings classpath(List<Path> value) {
    classpath = List.copyOf(value);
    return this;
  }

  /** Whether tests are scanned. */
  public Settings includeTests(boolean value) {
    includeTests = value;
    return this;
  }

  /** Java release the code is compiled for. */
  public Settings release(int value) {
    release = value;
    return this;
  }

  /** Java release the code will run on. */
  public Settings runtime(int value) {
    runtime = value;
    return this;
  }

  /** Threads to analyse with. */
  public Settings threads(int value) {
    threads = value;
    return this;
  }

  /** Where facts are kept. */
  public Settings cacheDir(Path value) {
    cacheDir = Optional.of(value);
    return this;
  }

  /** Whether {@code META-INF/concur/*.api} of libraries are read. */
  public Settings libraryCatalogues(boolean value) {
    libraryCatalogues = value;
    return this;
  }

  /** Whether a suppression without a reason suppresses nothing. */
  public Settings requireJustification(boolean value) {
    requireJustification = value;
    return this;
  }

  /** The version whose rules may fail a run, such as 0.1; rules that came later are a preview. */
  public Settings rulesetVersion(String value) {
    rulesetVersion = Ruleset.version(value);
    return this;
  }

  /** Only these classes are reported on. */
  public Settings includes(List<String> value) {
    includes = List.copyOf(value);
    return this;
  }

  /** These classes are not reported on. */
  public Settings excludes(List<String> value) {
    excludes = List.copyOf(value);
    return this;
  }

  /** Findings that are known, beside those said before. */
  public Settings suppressions(List<KnownFinding> value) {
    suppressions.addAll(value);
    return this;
  }

  /** Whether what is scanned is a part of a project. */
  public Settings partly(boolean value) {
    partly = value;
    return this;
  }

  /** The report of an earlier run. */
  public Settings baseline(Path value) {
    baseline = Optional.of(value);
    return this;
  }

  /** Only what changed since this commit, branch or tag is reported on. */
  public Settings since(String value) {
    since = Optional.of(value);
    return this;
  }

  /** Whether advice is measured. */
  public Settings verify(boolean value) {
    verify = value;
    return this;
  }

  /** Time for measuring. */
  public Settings verifyBudget(Duration value) {
    verifyBudget = value;
    return this;
  }

  /** Where benchmarks and raw samples stay. */
  public Settings verifyDir(Path value) {
    verifyDir = value;
    return this;
  }

  /** Whether the project's own tests are run for the arguments that they give. */
  public Settings captureTests(boolean value) {
    captureTests = value;
    return this;
  }

  /** Folders of test classes and what these need, when no build file says. */
  public Settings testClasspath(List<Path> value) {
    testClasspath = List.copyOf(value);
    return this;
  }

  /** Where the tests are, when a build tool knows. */
  public Settings builtTests(List<BuiltTests> value) {
    builtTests = List.copyOf(value);
    return this;
  }

  /** The JDK to measure on. */
  public Settings benchmarkJdk(Path value) {
    benchmarkJdk = Optional.of(value);
    return this;
  }

  /** Options for the JVMs that measure, in one line. */
  public Settings jvmArgs(String value) {
    return tuned("jvmArgs", () -> jvmOptions.withArguments(value));
  }

  /** The largest heap of a JVM that measures, such as 2g. */
  public Settings maxHeap(String value) {
    return tuned("maxHeap", () -> jvmOptions.withMaxHeap(value));
  }

  private Settings tuned(String name, Supplier<JvmOptions> options) {
    try {
      jvmOptions = options.get();
      return this;
    } catch (IllegalArgumentException e) {
      throw new UsageError(name + ": " + e.getMessage());
    }
  }

  /** Formats to write. */
  public Settings formats(List<String> value) {
    formats = List.copyOf(value);
    return this;
  }

  /** File or folder to write to. */
  public Settings output(Path value) {
    output = Optional.of(value);
    return this;
  }

  /** The severity that fails the run, by word. */
  public Settings failOn(String value) {
    failOn = Threshold.lowest(value);
    return this;
  }

  /** How many findings of that severity are tolerated. */
  public Settings maxAllowedViolations(int value) {
    maxAllowedViolations = value;
    return this;
  }

  /** Where the pages of the rules can be read, with {@code {rule}} for the id of the rule. */
  public Settings rulePages(String value) {
    try {
      rulePages = Optional.of(new PublishedPages(RuleTexts.NONE, value).address());
      return this;
    } catch (IllegalArgumentException e) {
      throw new UsageError("rulePages: " + e.getMessage());
    }
  }

  /** Who is told how far the work is. */
  public Settings progress(Progress value) {
    progress = value;
    return this;
  }

  /** What the paths are so far. */
  public List<String> paths() {
    return paths;
  }

  /** The analysis that this asks for. */
  public Request request() {
    Optional<TestSearch> tests =
        captureTests ? Optional.of(new TestSearch(testClasspath, builtTests)) : Optional.empty();
    Optional<Verification> verification =
        verify
            ? Optional.of(
                new Verification(verifyBudget, benchmarkJdk, jvmOptions, verifyDir, tests))
            : Optional.empty();
    return new Request(
        paths,
        modules,
        classpath,
        includeTests,
        release,
        runtime,
        threads,
        cacheDir,
        libraryCatalogues,
        requireJustification,
        rulesetVersion,
        new NameFilter(includes, excludes),
        suppressions,
        partly,
        baseline,
        since,
        verification,
        progress);
  }

  /** What becomes of its report. */
  public Delivery delivery() {
    return new Delivery(formats, output, new Threshold(failOn, maxAllowedViolations), rulePages);
  }
}
