package dev.concur.verify.live;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a worker must know to take receiver and arguments from tests of the user's.
 *
 * @param folder the project's, which tests may read
 * @param classPath their classes and what these need besides the scanned code
 * @param calls the calls to be tried, best first
 */
public record Tests(Path folder, List<Path> classPath, List<TestCall> calls) {

  /** No tests. */
  public static final Tests NONE = new Tests(Path.of(""), List.of(), List.of());

  private static final String FOLDER = "tests.folder";
  private static final String CLASS_PATH = "tests.classPath";
  private static final String CALL = "tests.call.";

  public Tests {
    classPath = List.copyOf(classPath);
    calls = List.copyOf(calls);
  }

  /** The folder that the JVM of a test starts in, as builds do it; none without tests. */
  public Optional<Path> home() {
    return calls.isEmpty() ? Optional.empty() : Optional.of(folder.toAbsolutePath());
  }

  void write(Properties lines) {
    if (calls.isEmpty()) {
      return;
    }
    lines.setProperty(FOLDER, folder.toAbsolutePath().toString());
    lines.setProperty(CLASS_PATH, joined(classPath));
    for (int k = 0; k < calls.size(); k++) {
      lines.setProperty(CALL + k, calls.get(k).inOneLine());
    }
  }

  static Tests read(Properties lines) {
    List<TestCall> calls = new ArrayList<>();
    for (int k = 0; lines.containsKey(CALL + k); k++) {
      calls.add(TestCall.parse(lines.getProperty(CALL + k)));
    }
    return calls.isEmpty()
        ? NONE
        : new Tests(
            Path.of(lines.getProperty(FOLDER)), split(lines.getProperty(CLASS_PATH)), calls);
  }

  static String joined(List<Path> classPath) {
    return classPath.stream()
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static List<Path> split(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }
}
