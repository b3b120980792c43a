package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.verify.TestModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the tests are that may be run. */
class TestSearchTest {

  private static final TestSearch ANYWHERE = new TestSearch(List.of(), List.of());

  @TempDir Path temporary;

  @Test
  void a_maven_project_has_them_where_its_build_puts_them() throws IOException {
    Path project = temporary.toRealPath();
    Files.writeString(
        project.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>shop</groupId>
          <artifactId>booths</artifactId>
          <version>1</version>
        </project>
        """);
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    Path tests = Files.createDirectories(project.resolve("target/test-classes"));
    assertEquals(
        List.of(new TestModule(project, List.of(tests), List.of(tests, classes))),
        ANYWHERE.modules(List.of(project.toString())));
  }

  @Test
  void a_gradle_project_keeps_resources_apart() throws IOException {
    Path project = temporary.toRealPath();
    Files.writeString(project.resolve("build.gradle"), "plugins { id 'java' }");
    Path classes = Files.createDirectories(project.resolve("build/classes/java/main"));
    Path tests = Files.createDirectories(project.resolve("build/classes/java/test"));
    Path resources = Files.createDirectories(project.resolve("build/resources/test"));
    assertEquals(
        List.of(new TestModule(project, List.of(tests), List.of(tests, classes, resources))),
        ANYWHERE.modules(List.of(project.toString())));
  }

  @Test
  void what_the_user_names_wins() throws IOException {
    Path tests = Files.createDirectories(temporary.resolve("tests"));
    Path jar = Files.writeString(temporary.resolve("junit.jar"), "");
    List<Path> named = List.of(tests, jar);
    assertEquals(
        List.of(new TestModule(Path.of("").toAbsolutePath(), List.of(tests), named)),
        new TestSearch(named, List.of()).modules(List.of(".")));
  }

  @Test
  void where_there_are_none_the_user_is_told_what_to_do() {
    String said =
        assertThrows(UsageError.class, () -> ANYWHERE.modules(List.of(temporary.toString())))
            .getMessage();
    assertTrue(said.contains("mvn test-compile") && said.contains("--test-classpath"), said);
  }
}
