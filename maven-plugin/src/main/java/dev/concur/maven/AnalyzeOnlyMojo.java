package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
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
    Path folder = Path.of(top().getBuild().getDirectory()).resolve("concur");
    analyze(session().getProjects(), folder);
  }

  /** The root of the project, also when this build begins at another module. */
  private MavenProject top() {
    return session().getAllProjects().stream()
        .filter(each -> each.getBasedir() != null && each.getBasedir().toPath().equals(root()))
        .findFirst()
        .orElseGet(() -> session().getTopLevelProject());
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
    Analysis analysis = analyze(settings);
    deliver(analysis, settings, folder);
    judge(analysis, settings, folder);
  }

  /** Further settings of the goal. */
  void tune(Settings settings, Path folder) {}

  /** What the goal makes of the result. */
  void judge(Analysis analysis, Settings settings, Path folder) throws MojoFailureException {}
}
