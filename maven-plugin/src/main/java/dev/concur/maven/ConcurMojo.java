package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
import dev.concur.CannotWrite;
import dev.concur.Concur;
import dev.concur.ConfigFile;
import dev.concur.Delivery;
import dev.concur.NotEnoughMemory;
import dev.concur.ReportFiles;
import dev.concur.Settings;
import dev.concur.SuppressionFile;
import dev.concur.UsageError;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: their parameters, the analysis, and what becomes of it. */
abstract class ConcurMojo extends AbstractMojo {

  /** The file that goal {@code baseline} writes and the others read. */
  static final String BASELINE = "concur-baseline.json";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  /** Do nothing. */
  @Parameter(property = "concur.skip", defaultValue = "false")
  private boolean skip;

  /** Do not print the report, only where it is. */
  @Parameter(property = "concur.quiet", defaultValue = "false")
  private boolean quiet;

  /** Print every finding in full. */
  @Parameter(property = "concur.verbose", defaultValue = "false")
  private boolean verbose;

  /** Formats to write: json, sarif, html and so on. Default: html,json,sarif. */
  @Parameter(property = "concur.formats")
  private @Nullable String formats;

  /** Folder to write them to. */
  @Parameter(
      property = "concur.outputDirectory",
      defaultValue = "${project.build.directory}/concur")
  private @Nullable File outputDirectory;

  /**
   * Findings of this severity and above are violations: error, warning, note or never. Default:
   * warning.
   */
  @Parameter(property = "concur.failOn")
  private @Nullable String failOn;

  /** How many violations are tolerated. Default: 0. */
  @Parameter(property = "concur.maxAllowedViolations")
  private @Nullable String maxAllowedViolations;

  /**
   * Report only on classes that match one of these patterns, such as {@code com.acme.**};
   * comma-separated.
   */
  @Parameter(property = "concur.includes")
  private @Nullable String includes;

  /** Never report on classes that match one of these patterns; comma-separated. */
  @Parameter(property = "concur.excludes")
  private @Nullable String excludes;

  /** Scan test classes too. Default: false. */
  @Parameter(property = "concur.includeTests")
  private @Nullable String includeTests;

  /**
   * A JSON report or baseline of an earlier run; its findings are no violations. Default: {@code
   * concur-baseline.json} in the module or in the root of the project, if it is there.
   */
  @Parameter(property = "concur.baseline")
  private @Nullable File baseline;

  /** Report only findings on lines that changed since this commit, branch or tag. */
  @Parameter(property = "concur.since")
  private @Nullable String since;

  /** Java release that the code is compiled for. */
  @Parameter(property = "concur.targetJdk", defaultValue = "${maven.compiler.release}")
  private @Nullable String targetJdk;

  /** Java release that the code will run on. Default: the target. */
  @Parameter(property = "concur.runtimeJdk")
  private @Nullable String runtimeJdk;

  /** Threads to analyse with. Default: one a core. */
  @Parameter(property = "concur.threads")
  private @Nullable String threads;

  /**
   * Folder in which scans are kept: what did not change since is read from there. Default: {@code
   * target/concur-cache}.
   */
  @Parameter(property = "concur.cacheDir")
  private @Nullable File cacheDir;

  /** Let libraries say what their calls do ({@code META-INF/concur/*.api}). Default: true. */
  @Parameter(property = "concur.libraryCatalogues")
  private @Nullable String libraryCatalogues;

  /** A suppression without a reason suppresses nothing. Default: false. */
  @Parameter(property = "concur.requireJustification")
  private @Nullable String requireJustification;

  /**
   * Rules that came after this version are reported and fail nothing. Default: this version of
   * concur.
   */
  @Parameter(property = "concur.rulesetVersion")
  private @Nullable String rulesetVersion;

  /**
   * Where your people read the rule pages, for links from SARIF, such as {@code
   * https://HOST/docs/rules/{rule}.md}.
   */
  @Parameter(property = "concur.rulePages")
  private @Nullable String rulePages;

  /** Milliseconds after which the goal gives up and fails. */
  @Parameter(property = "concur.timeout", defaultValue = "600000")
  private long timeout;

  /**
   * Settings for all that is said nowhere else. Default: {@code concur.yml} in the module or in the
   * root of the project.
   */
  @Parameter(property = "concur.config")
  private @Nullable File config;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("concur is skipped (concur.skip)");
      return;
    }
    try {
      run();
    } catch (UsageError | CannotWrite | NotEnoughMemory e) {
      throw new MojoExecutionException("concur: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new MojoExecutionException("concur: " + NotEnoughMemory.unexpected().getMessage());
    }
  }

  /** Does what the goal is for. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  final MavenProject project() {
    return given(project);
  }

  final MavenSession session() {
    return given(session);
  }

  private static <T> T given(@Nullable T injected) {
    if (injected == null) {
      throw new IllegalStateException("Maven did not inject what it promised");
    }
    return injected;
  }

  /** Analyses what the settings say, unless it takes too long. */
  final Analysis analyze(Settings settings) throws MojoExecutionException {
    return new TimeLimit(timeout).within(() -> Concur.analyze(settings.request()));
  }

  /** The modules of these projects that have code. */
  final List<BuiltModule> modules(List<MavenProject> projects) {
    ReactorModules modules = new ReactorModules(session(), isSet(includeTests));
    return projects.stream().flatMap(each -> modules.of(each).stream()).toList();
  }

  private static boolean isSet(@Nullable String value) {
    return Boolean.parseBoolean(value);
  }

  /**
   * Settings for modules: defaults, then {@code concur.yml}, the POM, the command line of Maven.
   */
  final Settings settings(List<BuiltModule> modules, List<MavenProject> projects) {
    Settings settings =
        new Settings()
            .formats(List.of("html", "json", "sarif"))
            .cacheDir(Path.of(project().getBuild().getDirectory()).resolve("concur-cache"));
    configFile().ifPresent(file -> ConfigFile.apply(file, settings));
    homes().stream()
        .map(home -> home.resolve(SuppressionFile.PLACE))
        .filter(Files::isRegularFile)
        .findFirst()
        .ifPresent(file -> settings.suppressions(SuppressionFile.read(file)));
    baselineFile().ifPresent(settings::baseline);
    apply(settings);
    ReactorModules reactor = new ReactorModules(session(), isSet(includeTests));
    return settings.paths(List.of()).modules(modules).classpath(reactor.libraries(projects));
  }

  private void apply(Settings settings) {
    said("formats", formats).ifPresent(value -> settings.formats(list(value)));
    said("failOn", failOn).ifPresent(settings::failOn);
    said("maxAllowedViolations", maxAllowedViolations)
        .ifPresent(value -> settings.maxAllowedViolations(number("maxAllowedViolations", value)));
    said("includes", includes).ifPresent(value -> settings.includes(list(value)));
    said("excludes", excludes).ifPresent(value -> settings.excludes(list(value)));
    said("includeTests", includeTests)
        .ifPresent(value -> settings.includeTests(Boolean.parseBoolean(value)));
    said("libraryCatalogues", libraryCatalogues)
        .ifPresent(value -> settings.libraryCatalogues(Boolean.parseBoolean(value)));
    said("requireJustification", requireJustification)
        .ifPresent(value -> settings.requireJustification(Boolean.parseBoolean(value)));
    said("rulesetVersion", rulesetVersion).ifPresent(settings::rulesetVersion);
    said("rulePages", rulePages).ifPresent(settings::rulePages);
    said("since", since).ifPresent(settings::since);
    said("targetJdk", targetJdk).ifPresent(value -> settings.release(release("targetJdk", value)));
    said("runtimeJdk", runtimeJdk)
        .ifPresent(value -> settings.runtime(release("runtimeJdk", value)));
    said("threads", threads).ifPresent(value -> settings.threads(number("threads", value)));
    if (cacheDir != null) {
      settings.cacheDir(cacheDir.toPath());
    }
  }

  /**
   * What was said on Maven's command line, or else in the POM; Maven itself would let the POM win.
   */
  final Optional<String> said(String name, @Nullable String inPom) {
    String onCommandLine = session().getUserProperties().getProperty("concur." + name);
    return Optional.ofNullable(onCommandLine == null ? inPom : onCommandLine)
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.startsWith("${"));
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static int release(String name, String value) {
    return number(name, value.replaceFirst("^1\\.", ""));
  }

  private static int number(String name, String value) {
    if (!value.matches("\\d{1,6}")) {
      throw new UsageError("concur." + name + " wants a number, not '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  private Optional<Path> configFile() {
    if (config == null) {
      return ConfigFile.in(homes());
    }
    if (!config.isFile()) {
      throw new UsageError("concur.config: there is no file " + config);
    }
    return Optional.of(config.toPath());
  }

  private Optional<Path> baselineFile() {
    return baseline != null
        ? Optional.of(baseline.toPath())
        : homes().stream()
            .map(home -> home.resolve(BASELINE))
            .filter(Files::isRegularFile)
            .findFirst();
  }

  /** The folder of the module, then that of the whole project. */
  private List<Path> homes() {
    List<Path> homes = new ArrayList<>();
    homes.add(project().getBasedir() == null ? root() : project().getBasedir().toPath());
    homes.add(root());
    return homes.stream().distinct().toList();
  }

  /** The folder that the whole project is in, also when only a part of it is built. */
  final Path root() {
    File root = session().getRequest().getMultiModuleProjectDirectory();
    return root == null ? Path.of(session().getExecutionRootDirectory()) : root.toPath();
  }

  /** Where the reports of this module go. */
  final Path output() {
    return given(outputDirectory).toPath();
  }

  /** Writes the formats, and prints the report unless that is too much. */
  final void deliver(Analysis analysis, Settings settings, Path folder) {
    Delivery delivery = settings.output(folder).delivery();
    WriterContext context = context(analysis, delivery);
    new ReportFiles(analysis.report(), context).write(delivery);
    if (!quiet) {
      print(analysis, verbose ? context.inFull() : context);
    }
    getLog().info("concur: reports are in " + relative(folder));
  }

  private WriterContext context(Analysis analysis, Delivery delivery) {
    return Concur.context(analysis, delivery)
        .suggesting(WriterContext.Commands.MAVEN)
        .about(project().getArtifactId(), "mvn concur:analyze");
  }

  private void print(Analysis analysis, WriterContext context) {
    StringWriter text = new StringWriter();
    try {
      Reports.write("text", analysis.report(), context, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.toString().lines().forEach(getLog()::info);
  }

  /**
   * Creates the folder, so that one format is put into it as many are, and refuses unknown formats.
   */
  final void prepare(Settings settings, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotWrite("cannot create " + folder + ": " + e.getMessage());
    }
    Delivery delivery = settings.delivery();
    List<String> formats = new ArrayList<>(delivery.formats());
    formats.add("text");
    ReportFiles.check(new Delivery(formats, Optional.of(folder), delivery.threshold()));
  }

  /** What is wrong, which file to open, and how to live with it. */
  final String failure(Analysis analysis, Delivery delivery, Path folder) {
    Map<String, Long> byRule = analysis.violationsByRule(delivery.threshold());
    String counts =
        byRule.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    String example = byRule.keySet().stream().findFirst().orElse("");
    int count = analysis.countViolations(delivery.threshold());
    return "concur: "
        + count
        + (count == 1 ? " finding at or above " : " findings at or above ")
        + delivery.threshold().word()
        + ", allowed are "
        + delivery.threshold().allowed()
        + ": "
        + counts
        + ". Open "
        + relative(folder.resolve(Delivery.fileName(delivery.formats().get(0))))
        + ". To accept them all: mvn concur:baseline. To suppress one: @SuppressWarnings(\"concur:"
        + example
        + "\") or a line in .concur/suppressions.";
  }

  private Path relative(Path path) {
    Path here = Path.of(session().getExecutionRootDirectory());
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
