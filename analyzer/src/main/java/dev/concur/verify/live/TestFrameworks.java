package dev.concur.verify.live;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * JUnit as the tests of the user's have it on their class path. Its jars are loaded once, unwoven,
 * below all copies of the user's classes.
 */
final class TestFrameworks {

  /** Packages of JUnit 4 and 5 and of what both hand to their tests. */
  private static final List<String> PACKAGES =
      List.of(
          "org/junit/", "junit/framework/", "org/opentest4j/", "org/apiguardian/", "org/hamcrest/");

  /** What builds bring themselves in the version of what the project names. */
  private static final Map<String, List<String>> BROUGHT =
      Map.of(
          "junit-jupiter-api", List.of("junit-jupiter-engine"),
          "junit-platform-commons", List.of("junit-platform-engine", "junit-platform-launcher"));

  /** Found once, before the jail is closed. */
  private static final Map<List<Path>, List<Path>> FOUND = new ConcurrentHashMap<>();

  private static final Map<Path, Boolean> FRAMEWORKS = new ConcurrentHashMap<>();

  private static final Map<List<Path>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private TestFrameworks() {}

  /** Those jars of a class path that are not JUnit's. */
  static List<Path> without(List<Path> classPath) {
    return classPath.stream().filter(each -> !isFramework(each)).toList();
  }

  /** Those that are, with what builds bring themselves: the engine and its launcher. */
  static List<Path> in(List<Path> classPath) {
    return FOUND.computeIfAbsent(classPath, TestFrameworks::found);
  }

  private static List<Path> found(List<Path> classPath) {
    List<Path> jars =
        new ArrayList<>(classPath.stream().filter(TestFrameworks::isFramework).toList());
    for (Path jar : List.copyOf(jars)) {
      BROUGHT.forEach(
          (named, brought) -> {
            if (nameOf(jar).startsWith(named + "-")) {
              brought.forEach(each -> beside(jar, named, each, jars));
            }
          });
    }
    return jars;
  }

  /** A loader of them. */
  static ClassLoader loader(List<Path> classPath) {
    return LOADERS.computeIfAbsent(in(classPath), TestFrameworks::open);
  }

  private static ClassLoader open(List<Path> jars) {
    try {
      return new URLClassLoader(LiveLoader.urls(jars), ClassLoader.getPlatformClassLoader());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Another artifact of the same version in the local repository, or else of one that differs in
   * its last number only: of Maven as {@code ARTIFACT/VERSION/ARTIFACT-VERSION.jar}, of Gradle with
   * a folder more between the last two.
   */
  private static void beside(Path jar, String artifact, String other, List<Path> jars) {
    if (jars.stream().anyMatch(each -> nameOf(each).startsWith(other + "-"))) {
      return;
    }
    String name = nameOf(jar);
    String version = name.substring(artifact.length() + 1, name.length() - ".jar".length());
    for (Path place = jar.getParent(); place != null; place = place.getParent()) {
      Path folder = place.resolveSibling("..").resolve(other).normalize();
      if (nameOf(place).equals(version) && Files.isDirectory(folder)) {
        nearest(folder, version)
            .flatMap(each -> find(folder.resolve(each), other + "-" + each + ".jar"))
            .ifPresent(jars::add);
        return;
      }
    }
  }

  /** The same version if there is one; else the last of those that differ in their last number. */
  private static Optional<String> nearest(Path folder, String version) {
    String series = version.substring(0, version.lastIndexOf('.') + 1);
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(TestFrameworks::nameOf)
          .filter(each -> each.startsWith(series) && hasJar(folder.resolve(each)))
          .max(
              Comparator.comparing((String each) -> each.equals(version))
                  .thenComparing(String::length)
                  .thenComparing(Comparator.naturalOrder()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean hasJar(Path folder) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.anyMatch(each -> nameOf(each).endsWith(".jar"));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Optional<Path> find(Path folder, String name) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(each -> nameOf(each).equals(name)).findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String nameOf(Path jar) {
    return String.valueOf(jar.getFileName());
  }

  private static boolean isFramework(Path path) {
    return FRAMEWORKS.computeIfAbsent(path, TestFrameworks::holdsFramework);
  }

  private static boolean holdsFramework(Path path) {
    if (!nameOf(path).endsWith(".jar")) {
      return false;
    }
    try (JarFile jar = new JarFile(path.toFile());
        Stream<String> names = jar.stream().map(each -> each.getName())) {
      return names.anyMatch(name -> PACKAGES.stream().anyMatch(name::startsWith));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
