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

  /** Writes the project of an experiment. */
  static BenchmarkProject write(
      Path output, Experiment experiment, BenchmarkSource source, String rerun) throws IOException {
    boolean vectorised = experiment.arms().stream().anyMatch(arm -> arm.model() == Model.NATIVE);
    BenchmarkProject project =
        new BenchmarkProject(folderOf(output, experiment), source, vectorised);
    Files.createDirectories(project.sourceFile().getParent());
    Files.createDirectories(project.classes());
    Files.writeString(project.sourceFile(), source.text());
    Files.writeString(
        project.folder.resolve("pom.xml"),
        POM.replace("@ID@", source.className()).replace("@RELEASE@", release(experiment)));
    Files.writeString(
        project.folder.resolve("README.md"),
        README
            .replace("@TITLE@", experiment.title())
            .replace("@SOURCE@", project.relativeSource())
            .replace("@RERUN@", rerun));
    return project;
  }

  static Path folderOf(Path output, Experiment experiment) {
    return output.toAbsolutePath().normalize().resolve(experiment.id().replaceAll("[^\\w.-]", "_"));
  }

  /** The command that runs the benchmark again by hand. */
  static String rerun(
      BenchmarkJdk jdk,
      List<Path> workerClassPath,
      Path folder,
      String className,
      Optional<LiveRun> live) {
    List<String> words = new ArrayList<>();
    words.add(quoted(jdk.java().toString()));
    if (jdk.feature() >= 24) {
      words.add("--sun-misc-unsafe-memory-access=allow");
    }
    words.add("-Djmh.ignoreLock=true");
    live.ifPresent(run -> run.options().forEach(option -> words.add(quoted(option))));
    words.add("-cp");
    List<Path> classPath = new ArrayList<>(List.of(folder.resolve("classes")));
    classPath.addAll(workerClassPath);
    words.add(quoted(joined(classPath)));
    words.add("org.openjdk.jmh.Main");
    words.add(className);
    return String.join(" ", words);
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

  private static String release(Experiment experiment) {
    return String.valueOf(Math.max(17, experiment.minimumRuntime()));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:=@%+,-]+") ? word : "\"" + word + "\"";
  }

  private static final String README =
      """
      # @TITLE@

      A benchmark that concur made to measure one advice. The source is `@SOURCE@`; it needs JMH and
      nothing else. `samples.jsonl` has every window that was measured, one JSON object a line.

      Run it again as it is compiled here:

          @RERUN@

      Or open this folder (`pom.xml`) in an IDE, or build it with `mvn package` and run
      `org.openjdk.jmh.Main`.

      JMH runs one arm after the other here. concur let two JVMs take turns in short windows, which
      is less disturbed by whatever else the machine does; expect the same ratio, with more spread.
      """;

  private static final String POM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
        <modelVersion>4.0.0</modelVersion>
        <groupId>concur.verify</groupId>
        <artifactId>@ID@</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>@RELEASE@</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>org.openjdk.jmh</groupId>
            <artifactId>jmh-core</artifactId>
            <version>1.37</version>
          </dependency>
          <dependency>
            <groupId>org.openjdk.jmh</groupId>
            <artifactId>jmh-generator-annprocess</artifactId>
            <version>1.37</version>
            <scope>provided</scope>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.0</version>
              <configuration>
                <annotationProcessors>
                  <annotationProcessor>org.openjdk.jmh.generators.BenchmarkProcessor</annotationProcessor>
                </annotationProcessors>
              </configuration>
            </plugin>
          </plugins>
        </build>
      </project>
      """;
}
