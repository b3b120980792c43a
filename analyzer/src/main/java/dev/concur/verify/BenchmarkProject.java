package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A generated benchmark on disk: source, build file and a note how to run it, ready for an IDE.
 *
 * @param folder everything is in here
 * @param source the benchmark
 * @param vectorised whether it needs the incubating vector module
 */
record BenchmarkProject(Path folder, BenchmarkSource source, boolean vectorised) {

  /** Writes the project of an experiment, for this JDK. */
  static BenchmarkProject write(
      VerifyRequest request,
      BenchmarkJdk jdk,
      Experiment experiment,
      BenchmarkSource source,
      Optional<LiveRun> live)
      throws IOException {
    boolean vectorised = experiment.arms().stream().anyMatch(arm -> arm.model() == Model.NATIVE);
    BenchmarkProject project =
        new BenchmarkProject(folderOf(request.output(), experiment), source, vectorised);
    Files.createDirectories(project.sourceFile().getParent());
    Files.createDirectories(project.classes());
    Files.createDirectories(project.scratch());
    Files.writeString(project.sourceFile(), source.text());
    Files.writeString(
        project.folder.resolve("pom.xml"),
        BenchmarkPom.text(
            source.className(),
            Math.max(17, experiment.minimumRuntime()),
            vectorised,
            live.isPresent() ? Optional.of(request.workerClassPath()) : Optional.empty()));
    List<String> options = new ArrayList<>(request.options().heap());
    options.addAll(request.options().arguments());
    live.ifPresent(run -> options.addAll(run.jvmOptions()));
    Rerun.write(project, jdk, request.workerClassPath(), options);
    Files.writeString(
        project.folder.resolve("README.md"),
        README
            .replace("@TITLE@", experiment.title())
            .replace("@SOURCE@", project.relativeSource())
            .replace("@NEEDS@", live.isPresent() ? NEEDS_CONCUR : "nothing else")
            .replace("@RERUN@", Rerun.runCommand(jdk, project.folder, live))
            .replace("@COMPILE@", Rerun.compileCommand(jdk, project.folder)));
    return project;
  }

  static Path folderOf(Path output, Experiment experiment) {
    return output.toAbsolutePath().normalize().resolve(experiment.id().replaceAll("[^\\w.-]", "_"));
  }

  static String joined(List<Path> classPath) {
    return classPath.stream()
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  Path sourceFile() {
    return folder.resolve(relativeSource());
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** Where workers may write; the jail of live ones is the same. */
  Path scratch() {
    return scratchIn(folder);
  }

  static Path scratchIn(Path folder) {
    return folder.resolve("live").resolve("sandbox");
  }

  Path samples() {
    return folder.resolve("samples.jsonl");
  }

  /** The source, relative to the folder of all experiments, forward slashes. */
  String sourceBelowOutput() {
    return folder.getFileName() + "/" + relativeSource();
  }

  private String relativeSource() {
    return "src/main/java/"
        + BenchmarkSource.PACKAGE.replace('.', '/')
        + "/"
        + source.className()
        + ".java";
  }

  private static final String NEEDS_CONCUR =
      "concur, which makes arguments, replaces what would wait and keeps the code in its jail";

  private static final String README =
      """
      # @TITLE@

      A benchmark that concur made to measure one advice. The source is `@SOURCE@`; it needs JMH and
      @NEEDS@. `samples.jsonl` has every window that was measured, one JSON object a line.

      Run it again as it is compiled here:

          @RERUN@

      Change the source, then compile it with

          @COMPILE@

      Or open this folder (`pom.xml`) in an IDE, and run `org.openjdk.jmh.Main` with the options of the
      JVM that `run.args` has.

      JMH runs one arm after the other here. concur let two JVMs take turns in short windows, which
      is less disturbed by whatever else the machine does; expect the same ratio, with more spread.
      """;
}
