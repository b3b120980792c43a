package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.Delivery;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Analyses the classes of a module as they are and writes reports, for use in a lifecycle; it
 * compiles nothing and fails nothing.
 */
@Mojo(
    name = "analyze-only",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class AnalyzeOnlyMojo extends AnalysingMojo {

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    analyze(List.of(project()), output());
    moduleIsDone();
  }

  @Override
  void skipped() throws MojoExecutionException, MojoFailureException {
    moduleIsDone();
  }

  /** Of many modules the report on all of them at the end says it once. */
  @Override
  boolean tells(Analysis analysis, Delivery delivery, List<MavenProject> projects) {
    return projects.size() > 1 || session().getProjects().size() == 1;
  }

  /** The goal, to count its runs in a reactor. */
  String name() {
    return "analyze-only";
  }

  /** When the last module of many is done, one report for all of them goes to the root. */
  private void moduleIsDone() throws MojoExecutionException, MojoFailureException {
    if (reactor().isDone(name())) {
      analyze(reactor().wanted(), targetOf(top()).resolve("concur"));
    }
  }
}
