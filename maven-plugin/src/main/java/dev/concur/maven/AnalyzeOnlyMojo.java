package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
import dev.concur.Concur;
import dev.concur.Settings;
import java.nio.file.Path;
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
public class AnalyzeOnlyMojo extends ConcurMojo {

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    List<MavenProject> mine = List.of(project());
    analyze(mine, output());
    if (LastOfReactor.isDone(session(), project(), name())) {
      all();
    }
  }

  /** The goal, to count its runs in a reactor. */
  String name() {
    return "analyze-only";
  }

  /** When the last module of many is done, one report for all of them goes to the root. */
  private void all() throws MojoExecutionException, MojoFailureException {
    MavenProject root = session().getTopLevelProject();
    Path folder = Path.of(root.getBuild().getDirectory()).resolve("concur");
    analyze(session().getProjects(), folder);
  }

  /** Analyses these projects together; without code there is nothing to say. */
  final void analyze(List<MavenProject> projects, Path folder)
      throws MojoExecutionException, MojoFailureException {
    List<BuiltModule> modules = modules(projects);
    if (modules.isEmpty()) {
      getLog().debug("concur: no classes here");
      return;
    }
    Settings settings = settings(modules, projects);
    prepare(settings, folder);
    tune(settings, folder);
    Analysis analysis = Concur.analyze(settings.request());
    deliver(analysis, settings, folder);
    judge(analysis, settings, folder);
  }

  /** Further settings of the goal. */
  void tune(Settings settings, Path folder) {}

  /** What the goal makes of the result. */
  void judge(Analysis analysis, Settings settings, Path folder) throws MojoFailureException {}
}
