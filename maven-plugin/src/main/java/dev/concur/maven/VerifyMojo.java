package dev.concur.maven;

import dev.concur.Settings;
import dev.concur.TimeSpan;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Analyses all modules together and measures the advice on this machine with generated benchmarks,
 * in JVMs of their own. Never part of a lifecycle by itself.
 */
@Mojo(
    name = "verify",
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class VerifyMojo extends AnalysingMojo {

  /** Time for all measurements. Default: 60s. */
  @Parameter(property = "concur.verifyBudget")
  private @Nullable String verifyBudget;

  /** JDK to measure on. Default: that of the toolchain, or else the newest that is found. */
  @Parameter(property = "concur.benchmarkJdk")
  private @Nullable File benchmarkJdk;

  /** Options for tuning the JVMs that measure, all arms alike, such as {@code -XX:+UseG1GC}. */
  @Parameter(property = "concur.jvmArgs")
  private @Nullable String jvmArgs;

  /** Largest heap of each of these JVMs, such as {@code 2g}. Default: 512m. */
  @Parameter(property = "concur.maxHeap")
  private @Nullable String maxHeap;

  /**
   * Run the project's own JUnit tests, jailed, and measure methods with the receiver and arguments
   * that a test gives them. Default: false.
   */
  @Parameter(property = "concur.captureTests")
  private @Nullable String captureTests;

  private final ToolchainManager toolchains;

  /** Made by Maven. */
  @Inject
  public VerifyMojo(ToolchainManager toolchains) {
    this.toolchains = toolchains;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    analyze(reactor().wanted(), output());
  }

  @Override
  void tune(Settings settings, Path folder) {
    settings.verify(true).verifyDir(folder.resolve("verify"));
    said("verifyBudget", verifyBudget)
        .ifPresent(value -> settings.verifyBudget(TimeSpan.parse(value)));
    said("jvmArgs", jvmArgs).ifPresent(settings::jvmArgs);
    said("maxHeap", maxHeap).ifPresent(settings::maxHeap);
    said("captureTests", captureTests)
        .ifPresent(value -> settings.captureTests(Boolean.parseBoolean(value)));
    settings.builtTests(
        session().getProjects().stream()
            .flatMap(each -> ReactorModules.tests(each).stream())
            .toList());
    jdk().ifPresent(settings::benchmarkJdk);
  }

  private Optional<Path> jdk() {
    return benchmarkJdk == null ? toolchain() : Optional.of(benchmarkJdk.toPath());
  }

  private Optional<Path> toolchain() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session());
    String java = toolchain == null ? null : toolchain.findTool("java");
    return Optional.ofNullable(java).map(Path::of).map(Path::getParent).map(Path::getParent);
  }
}
