package dev.concur.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a benchmark is run or compiled again by hand: commands short enough to paste, with their
 * options in files beside the source.
 */
final class Rerun {

  private static final String RUN = "run.args";
  private static final String COMPILE = "javac.args";

  private static final List<String> VECTOR_MODULE =
      List.of("--add-modules", "jdk.incubator.vector");

  private Rerun() {}

  /** The command that runs what is compiled here, from where its worker was started. */
  static String runCommand(BenchmarkJdk jdk, Path folder, Optional<LiveRun> live) {
    String from =
        live.flatMap(run -> run.arguments().home())
            .map(home -> "cd " + quoted(home.toString()) + " && ")
            .orElse("");
    Path options = from.isEmpty() ? folder.resolve(RUN) : folder.resolve(RUN).toAbsolutePath();
    return from + quoted(jdk.java().toString()) + " " + quoted("@" + options);
  }

  /** The command that compiles the source, after it was changed. */
  static String compileCommand(BenchmarkJdk jdk, Path folder) {
    return quoted(jdk.javac().toString()) + " " + quoted("@" + folder.resolve(COMPILE));
  }

  /** Writes the files that both commands read. */
  static void write(
      BenchmarkProject project, BenchmarkJdk jdk, List<Path> workerClassPath, List<String> options)
      throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(project.classes()));
    classPath.addAll(workerClassPath);
    String joined = BenchmarkProject.joined(classPath);
    List<String> run = new ArrayList<>();
    if (jdk.feature() >= 24) {
      run.add("--sun-misc-unsafe-memory-access=allow");
    }
    if (project.vectorised()) {
      run.addAll(VECTOR_MODULE);
    }
    run.add("-Djmh.ignoreLock=true");
    run.addAll(options);
    run.addAll(List.of("-cp", joined, "org.openjdk.jmh.Main", project.source().qualifiedName()));
    lines(project.folder().resolve(RUN), run);
    List<String> compile = new ArrayList<>();
    if (project.vectorised()) {
      compile.addAll(VECTOR_MODULE);
    }
    compile.addAll(
        List.of(
            "-d",
            project.classes().toString(),
            "-cp",
            joined,
            "-processor",
            "org.openjdk.jmh.generators.BenchmarkProcessor",
            project.sourceFile().toString()));
    lines(project.folder().resolve(COMPILE), compile);
  }

  /** One option a line, as the launchers of the JDK read them: quoted, backslashes doubled. */
  private static void lines(Path file, List<String> words) throws IOException {
    Files.writeString(
        file,
        words.stream()
            .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
            .collect(Collectors.joining()));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:=@%+,-]+") ? word : "\"" + word + "\"";
  }
}
