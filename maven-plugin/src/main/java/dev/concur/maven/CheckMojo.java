package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.Delivery;
import dev.concur.Settings;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Analyses the classes of a module as they are and fails the build when there are violations. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class CheckMojo extends AnalyzeOnlyMojo {

  /** Fail the build; otherwise violations are warnings. Default: true. */
  @Parameter(property = "concur.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    analyze(List.of(project()), output());
  }

  @Override
  void judge(Analysis analysis, Settings settings, Path folder) throws MojoFailureException {
    Delivery delivery = settings.delivery();
    if (!analysis.fails(delivery.threshold())) {
      return;
    }
    String failure = failure(analysis, delivery, folder);
    if (failOnViolation) {
      throw new MojoFailureException(failure);
    }
    getLog().warn(failure);
  }
}
