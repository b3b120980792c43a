package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.Delivery;
import dev.concur.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Analyses the classes of a module as they are and fails the build when there are violations. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class CheckMojo extends AnalysingMojo {

  /** Fail the build; otherwise violations are warnings. Default: true. */
  @Parameter(property = "concur.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  private static final Pattern BASELINE_GOAL =
      Pattern.compile("(?:.*:)?concur(?:-maven-plugin)?(?::[^:]+)?:baseline(?:@.*)?");

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    analyze(List.of(project()), output());
  }

  @Override
  boolean tells(Analysis analysis, Delivery delivery, List<MavenProject> projects) {
    return analysis.fails(delivery.threshold());
  }

  @Override
  void judge(Analysis analysis, Settings settings, Path folder) throws MojoFailureException {
    Delivery delivery = settings.delivery();
    if (!analysis.fails(delivery.threshold())) {
      return;
    }
    String failure = failure(analysis, delivery, folder);
    if (failOnViolation && !baselineComes()) {
      throw new MojoFailureException(failure);
    }
    getLog().warn(failure);
  }

  /**
   * Whether goal baseline was asked for, which brings the classes up to date first. Maven 4 counts
   * more phases to that than Maven 3, and a check among them must not be in its way.
   */
  private boolean baselineComes() {
    return session().getGoals().stream().anyMatch(BASELINE_GOAL.asMatchPredicate());
  }
}
