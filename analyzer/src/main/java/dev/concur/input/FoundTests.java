package dev.concur.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tests of a module, compiled, as its build files tell where they are.
 *
 * @param folder the module's
 * @param classes folders of test classes
 * @param classPath themselves, the module's own classes, and the libraries of both
 */
public record FoundTests(Path folder, List<Path> classes, List<Path> classPath) {

  private static final String TESTS = "src/test";

  public FoundTests {
    classes = List.copyOf(classes);
    classPath = List.copyOf(classPath);
  }

  /** Those of the projects among what the user named. */
  public static List<FoundTests> in(List<String> paths) {
    List<FoundTests> found = new ArrayList<>();
    for (String path : paths) {
      try {
        Path given = Path.of(path).toAbsolutePath().normalize();
        Path folder = given.endsWith("pom.xml") ? FileTree.parent(given) : given;
        if (Files.isDirectory(folder)) {
          of(units(folder.toRealPath(), path)).forEach(found::add);
        }
      } catch (InvalidPathException | IOException unreadable) {
        // The scan itself says so.
      }
    }
    return found;
  }

  private static List<Unit> units(Path folder, String name) {
    InputRequest withTests =
        new InputRequest(List.of(name), List.of(), true, 0, Runtime.version().feature());
    ProblemLog none = new ProblemLog();
    if (MavenProject.isAt(folder)) {
      return new MavenProject(withTests, none).units(folder, name);
    }
    return GradleProject.isAt(folder)
        ? new GradleProject(withTests, none).units(folder, name)
        : List.of();
  }

  private static List<FoundTests> of(List<Unit> units) {
    List<FoundTests> found = new ArrayList<>();
    for (Unit tests : units) {
      List<Path> classes = tests.classes().stream().filter(Files::isDirectory).toList();
      if (tests.name().endsWith(TESTS) && !classes.isEmpty()) {
        Set<Path> classPath = new LinkedHashSet<>(classes);
        units.stream()
            .filter(each -> each.folder().equals(tests.folder()))
            .forEach(each -> classPath.addAll(each.classes()));
        classPath.addAll(resources(tests));
        classPath.addAll(tests.libraries());
        found.add(new FoundTests(tests.folder(), classes, List.copyOf(classPath)));
      }
    }
    return found;
  }

  /** Gradle keeps them apart from the classes. */
  private static List<Path> resources(Unit tests) {
    Path folder = tests.folder().resolve("build/resources");
    return List.of(folder.resolve("test"), folder.resolve("main")).stream()
        .filter(Files::isDirectory)
        .toList();
  }
}
