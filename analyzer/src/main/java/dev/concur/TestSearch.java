package dev.concur;

import dev.concur.input.FoundTests;
import dev.concur.verify.TestModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which tests may be run for the arguments that they give.
 *
 * @param classPath what the user named; empty to look in the projects that are scanned
 * @param built what a build tool knows
 */
public record TestSearch(List<Path> classPath, List<BuiltTests> built) {
  public TestSearch {
    classPath = List.copyOf(classPath);
    built = List.copyOf(built);
  }

  /** The modules with tests. */
  List<TestModule> modules(List<String> paths) {
    List<TestModule> found = existing(paths);
    if (found.isEmpty()) {
      throw new UsageError(
          "--capture-tests: there are no test classes; build them first, for example with mvn"
              + " test-compile, or name them and their libraries with --test-classpath");
    }
    return found;
  }

  private List<TestModule> existing(List<String> paths) {
    if (!classPath.isEmpty()) {
      List<Path> folders = classPath.stream().filter(Files::isDirectory).toList();
      return folders.isEmpty()
          ? List.of()
          : List.of(new TestModule(Path.of("").toAbsolutePath(), folders, classPath));
    }
    if (!built.isEmpty()) {
      return built.stream()
          .filter(each -> each.classes().stream().anyMatch(Files::isDirectory))
          .map(each -> new TestModule(each.folder(), each.classes(), each.classPath()))
          .toList();
    }
    return FoundTests.in(paths).stream()
        .map(each -> new TestModule(each.folder(), each.classes(), each.classPath()))
        .toList();
  }
}
