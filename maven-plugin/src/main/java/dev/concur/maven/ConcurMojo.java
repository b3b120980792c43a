package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
import dev.concur.CannotWrite;
import dev.concur.Concur;
import dev.concur.ConfigFile;
import dev.concur.NotEnoughMemory;
import dev.concur.Settings;
import dev.concur.SuppressionFile;
import dev.concur.UsageError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
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

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private @Nullable PluginDescriptor plugin;

  /** Do nothing. */
  @Parameter(property = "concur.skip", defaultValue = "false")
  private boolean skip;

  /** Formats to write: json, sarif, html and so on. Default: html,json,sarif. */
  @Parameter(property = "concur.formats")
  private @Nullable String formats;

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
    try {
      properties().check(said(), project().getProperties().stringPropertyNames());
      if (skip) {
        getLog().info("concur is skipped (concur.skip)");
        reactor().skip(project());
        skipped();
      } else {
        run();
      }
    } catch (UsageError | CannotWrite | NotEnoughMemory e) {
      throw new MojoExecutionException("concur: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new MojoExecutionException("concur: " + NotEnoughMemory.unexpected().getMessage());
    }
  }

  private OurProperties properties() {
    return new OurProperties(
        given(plugin).getMojos().stream()
            .map(MojoDescriptor::getParameters)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .map(org.apache.maven.plugin.descriptor.Parameter::getName)
            .collect(Collectors.toSet()));
  }

  private Set<String> said() {
    return session().getUserProperties().stringPropertyNames();
  }

  /** Does what the goal is for. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** Does what is left to do for other modules when this one is left alone. */
  void skipped() throws MojoExecutionException, MojoFailureException {}

  final Reactor reactor() {
    return new Reactor(session());
  }

  final MavenProject project() {
    return given(project);
  }

  final MavenSession session() {
    return given(session);
  }

  static <T> T given(@Nullable T injected) {
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
            .partly(!reactor().isWhole(projects) || !root().equals(here()))
            .cacheDir(
                targetOf(projects.size() == 1 ? projects.get(0) : top()).resolve("concur-cache"));
    List<Path> homes = homes(projects);
    configFile(homes).ifPresent(file -> ConfigFile.apply(file, settings));
    Stream.concat(homes.stream(), projects.stream().flatMap(ConcurMojo::folder))
        .distinct()
        .map(home -> home.resolve(SuppressionFile.PLACE))
        .filter(Files::isRegularFile)
        .forEach(file -> settings.suppressions(SuppressionFile.read(file)));
    baselineFile(homes).ifPresent(settings::baseline);
    apply(settings);
    release(projects).ifPresent(value -> settings.release(release("targetJdk", value)));
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
    since().ifPresent(settings::since);
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

  /** The commit that findings must have come after. */
  final Optional<String> since() {
    return said("since", since);
  }

  /** For many modules what one of them is compiled for says nothing; their class files do. */
  private Optional<String> release(List<MavenProject> projects) {
    Optional<String> said = said("targetJdk", targetJdk);
    String compiled = project().getProperties().getProperty("maven.compiler.release", "");
    return projects.size() == 1 ? said : said.filter(value -> !value.equals(compiled));
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

  private Optional<Path> configFile(List<Path> homes) {
    if (config == null) {
      return ConfigFile.in(homes);
    }
    if (!config.isFile()) {
      throw new UsageError("concur.config: there is no file " + config);
    }
    return Optional.of(config.toPath());
  }

  private Optional<Path> baselineFile(List<Path> homes) {
    return baseline != null
        ? Optional.of(baseline.toPath())
        : homes.stream()
            .map(home -> home.resolve(BASELINE))
            .filter(Files::isRegularFile)
            .findFirst();
  }

  /** The folder of the module if it is one, then that of the whole project. */
  private List<Path> homes(List<MavenProject> projects) {
    Stream<Path> own = projects.size() == 1 ? folder(projects.get(0)) : Stream.empty();
    return Stream.concat(own, Stream.of(root())).distinct().toList();
  }

  private static Stream<Path> folder(MavenProject project) {
    return Stream.ofNullable(project.getBasedir()).map(File::toPath);
  }

  /** The root of the project, also when this build begins at another module. */
  final MavenProject top() {
    return session().getAllProjects().stream()
        .filter(each -> each.getBasedir() != null && each.getBasedir().toPath().equals(root()))
        .findFirst()
        .orElseGet(() -> session().getTopLevelProject());
  }

  static Path targetOf(MavenProject project) {
    return Path.of(project.getBuild().getDirectory());
  }

  /** The folder that this build was started for. */
  final Path here() {
    return Path.of(session().getExecutionRootDirectory());
  }

  /** A path as somebody would name it who stands there. */
  final Path relative(Path path) {
    return path.startsWith(here()) ? here().relativize(path) : path;
  }

  /** The folder that the whole project is in, also when only a part of it is built. */
  final Path root() {
    File root = session().getRequest().getMultiModuleProjectDirectory();
    return root == null ? Path.of(session().getExecutionRootDirectory()) : root.toPath();
  }
}
