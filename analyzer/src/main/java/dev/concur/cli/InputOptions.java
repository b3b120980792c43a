package dev.concur.cli;

import dev.concur.ConfigFile;
import dev.concur.Settings;
import dev.concur.SuppressionFile;
import dev.concur.UsageError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what is read and how; those not given leave the settings as they are. */
final class InputOptions {

  @Option(
      names = {"--classpath", "--cp"},
      paramLabel = "CP",
      description =
          "Jars and folders to resolve against, as for java; folder/* means the jars in it.")
  private @Nullable String classpath;

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "Java release the code is compiled for. Default: told from its class files.")
  private @Nullable Integer release;

  @Option(
      names = "--runtime",
      paramLabel = "N",
      description =
          "Java release it will run on, which decides about virtual threads. Default: the"
              + " release.")
  private @Nullable Integer runtime;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to analyse with. Default: one a core.")
  private @Nullable Integer threads;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description =
          "Folder in which scans are kept: a scan of what did not change since is read from there.")
  private @Nullable Path cacheDir;

  @Option(names = "--include-tests", description = "Scan test classes too.")
  private boolean includeTests;

  @Option(
      names = "--no-library-catalogues",
      description = "Do not let libraries say what their calls do (META-INF/concur/*.api).")
  private boolean noLibraryCatalogues;

  @Option(
      names = "--require-justification",
      description = "A suppression without a reason suppresses nothing.")
  private boolean requireJustification;

  @Option(
      names = "--ruleset-version",
      paramLabel = "VERSION",
      description =
          "Rules that came after this version are reported and fail nothing. Default: this"
              + " version of concur.")
  private @Nullable String rulesetVersion;

  @Option(
      names = "--includes",
      split = ",",
      paramLabel = "PATTERN",
      description = "Report only on these classes, such as com.acme.**")
  private @Nullable List<String> includes;

  @Option(
      names = "--excludes",
      split = ",",
      paramLabel = "PATTERN",
      description = "Never report on these classes.")
  private @Nullable List<String> excludes;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings; the command line is stronger. Default: concur.yml in the working folder, or"
              + " else in the first path.")
  private @Nullable Path config;

  /** Settings from the configuration, these options and these paths. */
  Settings settings(List<String> paths) {
    Settings settings = new Settings();
    configFile(paths).ifPresent(file -> ConfigFile.apply(file, settings));
    suppressionFile(paths).ifPresent(file -> settings.suppressions(SuppressionFile.read(file)));
    if (!paths.isEmpty()) {
      settings.paths(paths);
    }
    apply(settings);
    if (settings.paths().isEmpty()) {
      throw new UsageError("say what to scan: a jar, a folder or a project, for example .");
    }
    return settings;
  }

  private void apply(Settings settings) {
    if (classpath != null) {
      settings.classpath(split("--classpath", classpath));
    }
    if (release != null) {
      settings.release(javaRelease("--release", release));
    }
    if (runtime != null) {
      settings.runtime(javaRelease("--runtime", runtime));
    }
    if (threads != null) {
      settings.threads(atLeastOne("--threads", threads));
    }
    if (cacheDir != null) {
      settings.cacheDir(cacheDir);
    }
    if (includeTests) {
      settings.includeTests(true);
    }
    if (noLibraryCatalogues) {
      settings.libraryCatalogues(false);
    }
    if (requireJustification) {
      settings.requireJustification(true);
    }
    if (rulesetVersion != null) {
      settings.rulesetVersion(rulesetVersion);
    }
    if (includes != null) {
      settings.includes(includes);
    }
    if (excludes != null) {
      settings.excludes(excludes);
    }
  }

  private Optional<Path> configFile(List<String> paths) {
    if (config == null) {
      return ConfigFile.in(homes(paths));
    }
    if (!Files.isRegularFile(config)) {
      throw new UsageError("--config " + config + ": there is no such file");
    }
    return Optional.of(config);
  }

  private static Optional<Path> suppressionFile(List<String> paths) {
    return homes(paths).stream()
        .map(each -> each.resolve(SuppressionFile.PLACE))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static List<Path> homes(List<String> paths) {
    List<Path> homes = new ArrayList<>(List.of(Path.of("")));
    paths.stream().limit(1).flatMap(each -> folder(each).stream()).forEach(homes::add);
    return homes;
  }

  private static Optional<Path> folder(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty(); // The scan will say so.
    }
  }

  static List<Path> split(String option, String classpath) {
    try {
      return Arrays.stream(classpath.split(File.pathSeparator))
          .filter(each -> !each.isBlank())
          .map(Path::of)
          .toList();
    } catch (InvalidPathException e) {
      throw new UsageError(option + ": " + e.getMessage());
    }
  }

  private static int javaRelease(String option, int value) {
    int newest = 99;
    if (value < 5 || value > newest) {
      throw new UsageError(option + " wants a Java release such as 17 or 21, not " + value);
    }
    return value;
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UsageError(option + " wants 1 or more, not " + value);
    }
    return value;
  }
}
