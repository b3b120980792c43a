package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
import dev.concur.Concur;
import dev.concur.Delivery;
import dev.concur.ReportFiles;
import dev.concur.Settings;
import dev.concur.report.Report;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Writes down all findings there are, so that goal check fails only on new ones. */
@Mojo(
    name = "baseline",
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class BaselineMojo extends ConcurMojo {

  /** The file to write. Default: {@code concur-baseline.json} in the root of the project. */
  @Parameter(property = "concur.baselineOutput")
  private @Nullable File baselineOutput;

  @Override
  void run() throws MojoExecutionException {
    List<MavenProject> projects = reactor().wanted();
    List<BuiltModule> modules = modules(projects);
    if (modules.isEmpty()) {
      return;
    }
    Path file = baselineOutput == null ? root().resolve(BASELINE) : baselineOutput.toPath();
    Settings settings = settings(modules, projects);
    Analysis analysis = analyze(settings);
    Report report = analysis.report().withFindingsOf(alone(projects));
    Delivery delivery =
        new Delivery(List.of("baseline"), Optional.of(file), settings.delivery().threshold());
    new ReportFiles(report, Concur.context(analysis)).write(delivery);
    getLog()
        .info(
            "concur: "
                + Reports.counts(report, WriterContext.plain())
                + " are known from now on; commit "
                + relative(file));
  }

  /**
   * Goal check looks at each module by itself, where who calls it is not seen and other rules may
   * fit than where all are looked at together.
   */
  private List<Report> alone(List<MavenProject> projects) throws MojoExecutionException {
    List<Report> reports = new ArrayList<>();
    for (MavenProject each : projects.size() == 1 ? List.<MavenProject>of() : projects) {
      List<BuiltModule> modules = modules(List.of(each));
      if (!modules.isEmpty()) {
        reports.add(analyze(settings(modules, List.of(each))).report());
      }
    }
    return reports;
  }
}
