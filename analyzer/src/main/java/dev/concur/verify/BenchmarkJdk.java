package dev.concur.verify;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDK that benchmarks can run on.
 *
 * @param home its folder
 * @param feature feature release, such as 17
 * @param version full version, such as 25.0.3
 * @param vendor who built it, or empty
 * @param modules names of its modules, separated by spaces, or empty when it does not say
 */
public record BenchmarkJdk(Path home, int feature, String version, String vendor, String modules) {

  static final Comparator<BenchmarkJdk> NEWEST_FIRST =
      Comparator.comparingInt(BenchmarkJdk::feature)
          .thenComparing(jdk -> Runtime.Version.parse(jdk.version))
          .reversed()
          .thenComparing(BenchmarkJdk::home);

  /** The JDK in this folder; empty when there is none with a compiler of its own. */
  public static Optional<BenchmarkJdk> at(Path home) {
    Path release = home.resolve("release");
    if (!executable(home, "java") || !executable(home, "javac") || !Files.isReadable(release)) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
      Properties lines = new Properties();
      lines.load(reader);
      String version = unquoted(lines, "JAVA_VERSION").replace('_', '.');
      return Optional.of(
          new BenchmarkJdk(
              home.toRealPath(),
              featureOf(version),
              version,
              unquoted(lines, "IMPLEMENTOR"),
              unquoted(lines, "MODULES")));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** The JDK that runs this code; empty when it runs on a JRE. */
  public static Optional<BenchmarkJdk> current() {
    return at(Path.of(System.getProperty("java.home")));
  }

  /** Its {@code java} program. */
  public Path java() {
    return program(home, "java");
  }

  /** Its {@code javac} program. */
  public Path javac() {
    return program(home, "javac");
  }

  /** Whether it has the module of this name. */
  public boolean has(String module) {
    return (" " + modules + " ").contains(" " + module + " ")
        || Files.exists(home.resolve("jmods").resolve(module + ".jmod"));
  }

  /** Name, version and folder on one line. */
  public String describe() {
    return ("JDK " + version + " " + vendor).trim() + " (" + home + ")";
  }

  private static int featureOf(String version) {
    Runtime.Version parsed = Runtime.Version.parse(version.startsWith("1.") ? "8" : version);
    return parsed.feature();
  }

  private static String unquoted(Properties lines, String key) {
    return lines.getProperty(key, "").replace("\"", "").trim();
  }

  private static boolean executable(Path home, String name) {
    return Files.isExecutable(program(home, name));
  }

  private static Path program(Path home, String name) {
    String suffix = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";
    return home.resolve("bin").resolve(name + suffix);
  }
}
