package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkJdksTest {

  @TempDir Path folder;

  @Test
  void the_newest_comes_first_and_each_once() throws IOException {
    Path old = jdk("old", "17.0.15");
    Path young = jdk("young", "25.0.3");
    BenchmarkJdks jdks = BenchmarkJdks.of(List.of(old, young, old));
    assertEquals(List.of("25.0.3", "17.0.15"), versions(jdks));
    assertEquals(List.of(), jdks.absent());
  }

  @Test
  void a_folder_without_compiler_is_not_a_jdk() throws IOException {
    Path jre = jdk("jre", "21");
    Files.delete(program(jre, "javac"));
    BenchmarkJdks jdks = BenchmarkJdks.of(List.of(jre));
    assertTrue(jdks.preferred().isEmpty());
    assertTrue(jdks.absent().get(0).startsWith("no JDK with a compiler was found"));
  }

  @Test
  void without_21_the_absence_of_virtual_threads_is_said() throws IOException {
    BenchmarkJdks jdks = BenchmarkJdks.of(List.of(jdk("only", "17.0.1")));
    assertTrue(
        jdks.absent()
            .get(0)
            .startsWith("no JDK 21 or newer was found (newest is 17.0.1): virtual"));
  }

  @Test
  void the_environment_names_jdks_as_ci_systems_do() {
    assertEquals(
        List.of(Path.of("/a"), Path.of("/b"), Path.of("/c")),
        BenchmarkJdks.named(
            Map.of(
                "JAVA_HOME", "/a",
                "JAVA_HOME_21_X64", "/b",
                "JDK_25", "/c",
                "PATH", "/d",
                "MY_JAVA_HOME", "/e")));
  }

  @Test
  void toolchains_name_jdks() throws IOException {
    Path file = folder.resolve("toolchains.xml");
    Files.writeString(
        file,
        """
        <toolchains>
          <toolchain>
            <type>jdk</type>
            <provides><version>21</version></provides>
            <configuration><jdkHome>/opt/jdk-21</jdkHome></configuration>
          </toolchain>
        </toolchains>
        """);
    assertEquals(List.of(Path.of("/opt/jdk-21")), BenchmarkJdks.toolchains(file));
    Files.writeString(file, "<toolchains>");
    assertEquals(List.of(), BenchmarkJdks.toolchains(file));
  }

  @Test
  void the_jdk_of_this_build_is_found() {
    assertTrue(BenchmarkJdks.search().preferred().isPresent());
  }

  private static List<String> versions(BenchmarkJdks jdks) {
    return jdks.found().stream().map(BenchmarkJdk::version).toList();
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    for (String program : List.of("java", "javac")) {
      Files.createFile(program(home, program)).toFile().setExecutable(true);
    }
    Files.writeString(
        home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nIMPLEMENTOR=\"Somebody\"\n");
    return home;
  }

  private static Path program(Path home, String name) {
    String suffix = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";
    return home.resolve("bin").resolve(name + suffix);
  }
}
