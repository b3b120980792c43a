package dev.concur.maven;

import dev.concur.Analysis;
import dev.concur.BuiltModule;
import dev.concur.CannotWrite;
import dev.concur.Concur;
import dev.concur.Delivery;
import dev.concur.ReportFiles;
import dev.concur.Settings;
import dev.concur.report.Reports;
import dev.concur.report.WriterContext;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals that write reports have in common. */
abstract class AnalysingMojo extends ConcurMojo {

  // A terminal of 80, without what Maven puts before each line.
  private static final int COLUMNS = 80 - "[INFO] ".length();

  /** Print only where the reports are. */
  @Parameter(property = "concur.quiet", defaultValue = "false")
  private boolean quiet;

  /** Print every finding in full, of each module too. */
  @Parameter(property = "concur.verbose", defaultValue = "false")
  private boolean verbose;

  /** Folder to write them to. */
  @Parameter(
      property = "concur.outputDirectory",
      defaultValue = "${project.build.directory}/concur")
  private @Nullable File outputDirectory;

  /** Where the reports of this module go. */
  final Path output() {
    return given(outputDirectory).toPath();
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
    MavenProject named = projects.size() == 1 ? projects.get(0) : top();
    WriterContext context = write(analysis, settings, folder, named.getArtifactId());
    if (!quiet && (verbose || tells(analysis, settings.delivery(), projects))) {
      print(analysis, verbose ? context.inFull() : context);
    } else if (!quiet) {
      getLog().info("concur: " + Reports.counts(analysis.report(), context));
    }
    since()
        .ifPresent(
            commit ->
                getLog().info("concur: of lines that changed since " + commit + ", no others"));
    if (analysis.kept()) {
      getLog().info("concur: " + Analysis.KEPT);
    }
    getLog().info("concur: reports are in " + relative(folder));
    judge(analysis, settings, folder);
  }

  /** Further settings of the goal. */
  void tune(Settings settings, Path folder) {}

  /** Whether the report is worth printing; otherwise its counts are. */
  boolean tells(Analysis analysis, Delivery delivery, List<MavenProject> projects) {
    return true;
  }

  /** What the goal makes of the result. */
  void judge(Analysis analysis, Settings settings, Path folder) throws MojoFailureException {}

  /** Writes the formats; how the report is to be read. */
  private WriterContext write(Analysis analysis, Settings settings, Path folder, String named) {
    Delivery delivery = settings.output(folder).delivery();
    WriterContext context = context(analysis, delivery, named);
    new ReportFiles(analysis.report(), context).write(delivery);
    return context;
  }

  private WriterContext context(Analysis analysis, Delivery delivery, String named) {
    return Concur.context(analysis, delivery)
        .wrappedAt(COLUMNS)
        .suggesting(next(delivery))
        .about(named, "mvn concur:analyze");
  }

  private WriterContext.Commands next(Delivery delivery) {
    Typed typed = typed();
    String page =
        delivery.formats().contains("html")
            ? relative(delivery.output().orElseThrow().resolve(Delivery.fileName("html")))
                .toString()
            : typed.mvn("analyze") + " -Dconcur.formats=html";
    return new WriterContext.Commands(
        typed.mvn("verify"),
        " -Dconcur.verifyBudget=",
        "-Dconcur.verbose",
        typed.mvn("explain") + " -Dconcur.rule=RULE",
        page);
  }

  private Typed typed() {
    return Typed.in(session().getGoals());
  }

  private void print(Analysis analysis, WriterContext context) {
    StringWriter text = new StringWriter();
    try {
      Reports.write("text", analysis.report(), context, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.toString().lines().forEach(getLog()::info);
  }

  /**
   * Creates the folder, so that one format is put into it as many are, and refuses unknown formats.
   */
  private static void prepare(Settings settings, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotWrite("cannot create " + folder + ": " + e.getMessage());
    }
    Delivery delivery = settings.delivery();
    List<String> formats = new ArrayList<>(delivery.formats());
    formats.add("text");
    ReportFiles.check(new Delivery(formats, Optional.of(folder), delivery.threshold()));
  }

  /** What is wrong, which file to open, and how to live with it. */
  final String failure(Analysis analysis, Delivery delivery, Path folder) {
    Map<String, Long> byRule = analysis.violationsByRule(delivery.threshold());
    String counts =
        byRule.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    String example = byRule.keySet().stream().findFirst().orElse("");
    int count = analysis.countViolations(delivery.threshold());
    return "concur: "
        + count
        + (count == 1 ? " finding at or above " : " findings at or above ")
        + delivery.threshold().word()
        + ", allowed are "
        + delivery.threshold().allowed()
        + ": "
        + counts
        + ". Open "
        + relative(folder.resolve(Delivery.fileName(delivery.formats().get(0))))
        + ". To accept them all: "
        + typed().mvn("baseline")
        + ". To suppress one: @SuppressWarnings(\"concur:"
        + example
        + "\") or a line in .concur/suppressions.";
  }
}
