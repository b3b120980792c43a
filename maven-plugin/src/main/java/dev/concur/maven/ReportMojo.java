package dev.concur.maven;

import dev.concur.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/** Writes the page for the project's site, which links to it among its reports. */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class ReportMojo extends AnalysingMojo implements MavenReport {

  private static final String FOLDER = "concur";

  /** The folder of the site. */
  @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
  private @Nullable File siteDirectory;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    analyze(List.of(project()), site().resolve(FOLDER));
  }

  @Override
  void tune(Settings settings, Path folder) {
    settings.formats(List.of("html"));
  }

  private Path site() {
    return siteDirectory == null
        ? Path.of(project().getBuild().getDirectory(), "site")
        : siteDirectory.toPath();
  }

  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    try {
      execute();
    } catch (AbstractMojoExecutionException e) {
      throw new MavenReportException(e.getMessage(), e);
    }
  }

  // The new name of it has no form that older site plugins ask for.
  @Override
  @SuppressWarnings("deprecation")
  public String getOutputName() {
    return FOLDER + "/report";
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "Concurrency";
  }

  @Override
  public String getDescription(Locale locale) {
    return "What waits, what computes, which locks hold everybody up, and what to do about it.";
  }

  @Override
  public void setReportOutputDirectory(File directory) {
    siteDirectory = directory;
  }

  @Override
  public File getReportOutputDirectory() {
    return site().toFile();
  }

  @Override
  public boolean isExternalReport() {
    return true;
  }

  @Override
  public boolean canGenerateReport() {
    return !modules(List.of(project())).isEmpty();
  }
}
