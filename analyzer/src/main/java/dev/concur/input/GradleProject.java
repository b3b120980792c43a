package dev.concur.input;

import dev.concur.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Gradle puts things. Build scripts are programs and are not run: a module is a folder with
 * {@code src/main} or {@code build/classes}.
 */
final class GradleProject {

  private static final List<String> BUILD_FILES =
      List.of("settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts");
  private static final Pattern APPLICATION =
      Pattern.compile(
          "['\"`](application|org\\.springframework\\.boot|io\\.quarkus|war)['\"`]"
              + "|(?:^|[{;\\s])application\\s*(?:[{}]|$)",
          Pattern.MULTILINE);
  private static final Set<String> NOT_MODULES =
      Set.of("build", "src", "buildSrc", "node_modules", "out", "bin");
  private static final int DEEPEST = 8;

  private final InputRequest request;
  private final ProblemLog problems;

  GradleProject(InputRequest request, ProblemLog problems) {
    this.request = request;
    this.problems = problems;
  }

  static boolean isAt(Path folder) {
    return BUILD_FILES.stream().anyMatch(each -> Files.isRegularFile(folder.resolve(each)));
  }

  /** All modules in and below this folder, sorted. */
  List<Unit> units(Path folder, String name) {
    GradleLibraries libraries = new GradleLibraries(folder, request.includeTests());
    List<Unit> units = new ArrayList<>();
    for (Path module : modules(folder)) {
      List<Path> jars = libraries.of(module);
      String moduleName = Naming.below(name, folder.relativize(module));
      units.add(unit(module, moduleName, "main", jars));
      if (request.includeTests()) {
        units.add(unit(module, Naming.below(moduleName, Path.of("src/test")), "test", jars));
      }
    }
    if (request.classpath().isEmpty()) {
      Missing.report(name, libraries.missing(), "Gradle's cache", "./gradlew classes", problems);
    }
    return units;
  }

  private static Set<Path> modules(Path folder) {
    Set<Path> found = new TreeSet<>();
    search(folder, 0, found);
    return found;
  }

  private static void search(Path folder, int depth, Set<Path> found) {
    if (Files.isDirectory(folder.resolve("build/classes"))
        || Files.isDirectory(folder.resolve("src/main"))) {
      found.add(folder);
    }
    if (depth == DEEPEST) {
      return;
    }
    for (Path each : FileTree.folders(folder)) {
      String name = String.valueOf(each.getFileName());
      if (!name.startsWith(".") && !NOT_MODULES.contains(name) && !Files.isSymbolicLink(each)) {
        search(each, depth + 1, found);
      }
    }
  }

  private Unit unit(Path module, String name, String sourceSet, List<Path> jars) {
    List<Path> classes =
        FileTree.folders(module.resolve("build/classes")).stream()
            .map(language -> language.resolve(sourceSet))
            .filter(Files::isDirectory)
            .toList();
    List<SourceFolder> sources = sources(module, name, sourceSet);
    return new Unit(
        name,
        module,
        classes,
        sources,
        () -> FileTree.javaFiles(sources, problems),
        jars,
        mode(module),
        "./gradlew classes");
  }

  private static List<SourceFolder> sources(Path module, String name, String sourceSet) {
    List<SourceFolder> found = new ArrayList<>();
    Stream.of("java", "kotlin")
        .map(language -> module.resolve("src").resolve(sourceSet).resolve(language))
        .filter(Files::isDirectory)
        .forEach(each -> found.add(source(module, name, each, false)));
    Path generated = module.resolve("build/generated");
    FileTree.folders(generated).stream()
        .flatMap(each -> Stream.concat(Stream.of(each), FileTree.folders(each).stream()))
        .flatMap(each -> Stream.of(each.resolve(sourceSet), each.resolve("java/" + sourceSet)))
        .filter(Files::isDirectory)
        .distinct()
        .forEach(each -> found.add(source(module, name, each, true)));
    return found;
  }

  private static SourceFolder source(Path module, String name, Path path, boolean generated) {
    return new SourceFolder(path, Naming.below(name, module.relativize(path)), generated);
  }

  private static Target.Mode mode(Path module) {
    return Stream.of("build.gradle", "build.gradle.kts")
            .map(module::resolve)
            .anyMatch(GradleProject::saysApplication)
        ? Target.Mode.APPLICATION
        : Target.Mode.MIXED;
  }

  private static boolean saysApplication(Path buildFile) {
    if (!Files.isRegularFile(buildFile)) {
      return false;
    }
    try {
      String text = new String(Files.readAllBytes(buildFile), StandardCharsets.UTF_8);
      return APPLICATION.matcher(text).find();
    } catch (IOException e) {
      return false; // It only would have told the mode, which stays open then.
    }
  }
}
