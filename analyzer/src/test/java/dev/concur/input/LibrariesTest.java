package dev.concur.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class paths that are read off build files and local repositories. */
class LibrariesTest {

  @TempDir Path home;

  private String mavenBefore = "";
  private String gradleBefore = "";

  @BeforeEach
  void point_at_repositories_of_our_own() {
    mavenBefore = System.getProperty("maven.repo.local", "");
    gradleBefore = System.getProperty("gradle.user.home", "");
    System.setProperty("maven.repo.local", home.resolve("m2").toString());
    System.setProperty("gradle.user.home", home.resolve("gradle").toString());
  }

  @AfterEach
  void point_back() {
    restore("maven.repo.local", mavenBefore);
    restore("gradle.user.home", gradleBefore);
  }

  private static void restore(String name, String value) {
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }

  @Test
  void what_is_nearest_wins_and_management_decides() throws IOException {
    published("near", "1", dependency("deep", "1", ""));
    published("other", "1", dependency("deep", "9", "") + dependency("managed", "1", ""));
    published("deep", "1", "");
    published("deep", "9", "");
    published("managed", "1", "");
    published("managed", "2", "");
    file(
        "p/pom.xml",
        pom(
            "<dependencyManagement><dependencies>"
                + dependency("managed", "${managed.version}", "")
                + "</dependencies></dependencyManagement>"
                + "<properties><managed.version>2</managed.version></properties>"
                + "<dependencies>"
                + dependency("near", "1", "")
                + dependency("other", "1", "")
                + "</dependencies>"));
    assertEquals(
        List.of("near-1.jar", "other-1.jar", "deep-1.jar", "managed-2.jar"), librariesOf("p"));
  }

  @Test
  void what_is_optional_excluded_or_for_tests_stays_away() throws IOException {
    published(
        "lib",
        "1",
        dependency("optional", "1", "<optional>true</optional>")
            + dependency("tests", "1", "<scope>test</scope>")
            + dependency("excluded", "1", ""));
    for (String each : List.of("optional", "tests", "excluded", "own")) {
      published(each, "1", "");
    }
    String exclusion =
        "<exclusions><exclusion><groupId>g</groupId><artifactId>excluded</artifactId></exclusion>"
            + "</exclusions>";
    file(
        "p/pom.xml",
        pom(
            "<dependencies>"
                + dependency("lib", "1", exclusion)
                + dependency("own", "1", "<scope>test</scope>")
                + "</dependencies>"));
    assertEquals(List.of("lib-1.jar"), librariesOf("p"));
  }

  @Test
  void versions_come_from_parents_and_imported_lists() throws IOException {
    published("lib", "3", "");
    file(
        "m2/g/bom/1/bom-1.pom",
        pom(
            "<dependencyManagement><dependencies>"
                + dependency("lib", "3", "")
                + "</dependencies></dependencyManagement>"));
    file(
        "m2/g/base/1/base-1.pom",
        pom(
            "<dependencyManagement><dependencies>"
                + dependency("bom", "1", "<type>pom</type><scope>import</scope>")
                + "</dependencies></dependencyManagement>"));
    file(
        "p/pom.xml",
        pom(
            "<parent><groupId>g</groupId><artifactId>base</artifactId><version>1</version>"
                + "<relativePath/></parent><dependencies><dependency><groupId>g</groupId>"
                + "<artifactId>lib</artifactId></dependency></dependencies>"));
    assertEquals(List.of("lib-3.jar"), librariesOf("p"));
  }

  @Test
  void a_sibling_is_taken_from_its_folder() throws IOException {
    published("lib", "1", "");
    file(
        "all/pom.xml",
        "<project><groupId>g</groupId><artifactId>all</artifactId><version>1</version>"
            + "<packaging>pom</packaging><modules><module>core</module><module>web</module>"
            + "</modules></project>");
    String parent =
        "<parent><groupId>g</groupId><artifactId>all</artifactId><version>1</version></parent>";
    file(
        "all/core/pom.xml",
        "<project>"
            + parent
            + "<artifactId>core</artifactId><dependencies>"
            + dependency("lib", "1", "")
            + "</dependencies></project>");
    file(
        "all/web/pom.xml",
        "<project>"
            + parent
            + "<artifactId>web</artifactId><dependencies>"
            + dependency("core", "${project.version}", "")
            + "</dependencies></project>");
    file("all/core/target/classes/readme", "built");
    file("all/web/target/classes/readme", "built");
    assertEquals(List.of("classes", "lib-1.jar"), librariesOf("all/web"));
  }

  @Test
  void what_is_not_there_is_said_with_what_to_try() throws IOException {
    file("p/pom.xml", pom("<dependencies>" + dependency("gone", "1", "") + "</dependencies>"));
    file("p/src/main/java/a/A.java", "package a; class A {}");
    try (Inputs inputs = InputsTest.resolve(home.resolve("p"))) {
      Problem problem =
          inputs.problems().stream()
              .filter(each -> each.why().contains("g:gone:1"))
              .findFirst()
              .orElseThrow();
      assertTrue(problem.remedy().contains("mvn test-compile"), problem.remedy());
    }
    InputRequest given =
        new InputRequest(
            List.of(home.resolve("p").toString()), List.of(home.resolve("m2")), false, 0, 17);
    Files.createDirectories(home.resolve("m2"));
    try (Inputs inputs = Inputs.resolve(given)) {
      assertTrue(inputs.problems().stream().noneMatch(each -> each.why().contains("g:gone:1")));
    }
  }

  @Test
  void jars_of_a_gradle_build_are_found_in_its_cache() throws IOException {
    Map.of("lib", "1", "fromlist", "2", "more", "1", "onlytests", "1").forEach(this::cached);
    file(
        "p/build.gradle.kts",
        """
        plugins { java }
        dependencies {
            implementation("g:lib:1")
            api(libs.from.list)
            testImplementation("g:onlytests:1")
            runtimeOnly("g:missing:1")
        }
        """);
    file(
        "p/gradle/libs.versions.toml",
        """
        [versions]
        two = "2"
        [libraries]
        from-list = { module = "g:fromlist", version.ref = "two" }
        """);
    file("p/src/main/java/a/A.java", "package a; class A {}");
    try (Inputs inputs = InputsTest.resolve(home.resolve("p"))) {
      assertEquals(
          List.of("lib-1.jar", "fromlist-2.jar"),
          inputs.libraries().stream().map(Library::name).toList());
      assertTrue(inputs.problems().stream().anyMatch(each -> each.why().contains("g:missing:1")));
    }
  }

  private List<String> librariesOf(String module) {
    Path folder = home.resolve(module);
    return new MavenLibraries(folder, false)
        .of(folder).stream().map(each -> String.valueOf(each.getFileName())).toList();
  }

  private static String pom(String inside) {
    return "<project><groupId>g</groupId><artifactId>it</artifactId><version>1</version>"
        + inside
        + "</project>";
  }

  private static String dependency(String artifact, String version, String more) {
    return "<dependency><groupId>g</groupId><artifactId>"
        + artifact
        + "</artifactId><version>"
        + version
        + "</version>"
        + more
        + "</dependency>";
  }

  private void published(String artifact, String version, String dependencies) throws IOException {
    String place = "m2/g/" + artifact + "/" + version + "/" + artifact + "-" + version;
    file(
        place + ".pom",
        "<project><groupId>g</groupId><artifactId>"
            + artifact
            + "</artifactId><version>"
            + version
            + "</version><dependencies>"
            + dependencies
            + "</dependencies></project>");
    file(place + ".jar", "a jar by its name");
  }

  private void cached(String artifact, String version) {
    try {
      Path place =
          home.resolve("gradle/caches/modules-2/files-2.1/g").resolve(artifact).resolve(version);
      Files.createDirectories(place.resolve("abc"));
      Jar.at(place.resolve("abc").resolve(artifact + "-" + version + ".jar"))
          .with("l/L.class")
          .write();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
