package dev.concur.input;

import java.nio.file.Path;
import java.util.List;

/**
 * What to look at.
 *
 * @param paths what the user named: jars, folders, projects, {@code jrt:/java.logging}
 * @param modules modules whose places are known, scanned before the paths
 * @param classpath jars and folders to resolve against, beside those that are found
 * @param includeTests whether test classes are scanned too
 * @param release Java release to compile sources for, when they have to be; 0 for the running JDK's
 * @param runtime Java release that the code will run on, which chooses among the versions in a
 *     multi-release jar
 */
public record InputRequest(
    List<String> paths,
    List<GivenModule> modules,
    List<Path> classpath,
    boolean includeTests,
    int release,
    int runtime) {
  public InputRequest {
    paths = List.copyOf(paths);
    modules = List.copyOf(modules);
    classpath = List.copyOf(classpath);
  }

  /** Paths only. */
  public InputRequest(
      List<String> paths, List<Path> classpath, boolean includeTests, int release, int runtime) {
    this(paths, List.of(), classpath, includeTests, release, runtime);
  }

  /** These paths with nothing else said. */
  public static InputRequest of(String... paths) {
    int runtime = Runtime.version().feature();
    return new InputRequest(List.of(paths), List.of(), false, 0, runtime);
  }
}
