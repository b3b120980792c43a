package dev.concur.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The build file beside a generated benchmark, so that an IDE can open it. */
final class BenchmarkPom {

  private static final String CONCUR = "dev.concur";

  private BenchmarkPom() {}

  /**
   * Its text.
   *
   * @param name name of the generated class
   * @param release Java release to compile for
   * @param vectorised whether it needs the incubating vector module
   * @param concur where concur itself is, when the benchmark needs it
   */
  static String text(String name, int release, boolean vectorised, Optional<List<Path>> concur) {
    return TEXT.replace("@ID@", name)
        .replace("@RELEASE@", String.valueOf(release))
        .replace("@ARGUMENTS@", vectorised ? VECTOR_MODULE : "")
        .replace("@CONCUR@", concur.map(BenchmarkPom::dependency).orElse(""));
  }

  /** The jar that runs now, else the artifact that {@code mvn install} of concur provides. */
  private static String dependency(List<Path> workerClassPath) {
    String coordinates =
        """
            <dependency>
              <groupId>%s</groupId>
              <artifactId>concur-analyzer</artifactId>
              <version>%s</version>
        %s    </dependency>
        """;
    Optional<Path> jar =
        workerClassPath.stream()
            .filter(Files::isRegularFile)
            .filter(path -> path.getFileName().toString().startsWith("concur"))
            .findFirst();
    String system =
        jar.map(
                path ->
                    "      <scope>system</scope>\n      <systemPath>"
                        + path.toAbsolutePath()
                        + "</systemPath>\n")
            .orElse("");
    return coordinates.formatted(CONCUR, version(), system);
  }

  private static String version() {
    String version = BenchmarkPom.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }

  private static final String VECTOR_MODULE =
      """
                <compilerArgs>
                  <arg>--add-modules</arg>
                  <arg>jdk.incubator.vector</arg>
                </compilerArgs>
      """;

  private static final String TEXT =
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
      @CONCUR@    <dependency>
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
      @ARGUMENTS@              </configuration>
            </plugin>
          </plugins>
        </build>
      </project>
      """;
}
