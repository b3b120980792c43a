package dev.concur.input;

import dev.concur.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where Maven puts things, for a module and those below it. */
final class MavenProject {

  private static final List<String> APPLICATION_PACKAGINGS = List.of("war", "ear");
  private static final List<String> APPLICATION_PLUGINS =
      List.of("spring-boot-maven-plugin", "quarkus-maven-plugin", "exec-maven-plugin");

  private final InputRequest request;
  private final ProblemLog problems;
  private final Set<Path> seen = new HashSet<>();
  private @Nullable MavenLibraries libraries;

  MavenProject(InputRequest request, ProblemLog problems) {
    this.request = request;
    this.problems = problems;
  }

  static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  /** The module in this folder and all below it, parents first, in the order they are listed. */
  List<Unit> units(Path folder, String name) {
    libraries = new MavenLibraries(folder, request.includeTests());
    List<Unit> units = new ArrayList<>();
    collect(folder.resolve("pom.xml"), name, units);
    if (request.classpath().isEmpty()) {
      Missing.report(
          name, libraries.missing(), "Maven's local repository", "mvn test-compile", problems);
    }
    return units;
  }

  private void collect(Path file, String name, List<Unit> units) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !seen.add(folder)) {
      return;
    }
    Optional<Pom> pom = read(file, name);
    if (pom.isEmpty()) {
      return;
    }
    if (!pom.get().packaging().equals("pom")) {
      units.addAll(own(folder, name, pom.get()));
    }
    for (String module : pom.get().modules()) {
      collectModule(folder, name, module, units);
    }
  }

  private void collectModule(Path folder, String name, String module, List<Unit> units) {
    try {
      Path path = folder.resolve(module).normalize();
      Path file = Files.isDirectory(path) ? path.resolve("pom.xml") : path;
      if (Files.isRegularFile(file)) {
        Path moduleFolder = FileTree.parent(file);
        collect(file, Naming.below(name, folder.relativize(moduleFolder)), units);
      } else {
        problems.add(
            Naming.below(name, Path.of(module)),
            "the module has no pom.xml",
            "check <modules> in " + Naming.below(name, Path.of("pom.xml")));
      }
    } catch (InvalidPathException e) {
      problems.add(name, "a module with the impossible path " + module, "check <modules>");
    }
  }

  private Optional<Pom> read(Path file, String name) {
    try {
      return Optional.of(Pom.read(file));
    } catch (IOException e) {
      problems.add(
          Naming.below(name, Path.of("pom.xml")),
          String.valueOf(e.getMessage()),
          "check it with: mvn validate");
      return Optional.empty();
    }
  }

  private List<Unit> own(Path folder, String name, Pom pom) {
    Path target = placed(folder, folder, pom, "build/directory", "target");
    Path classes = placed(folder, target, pom, "build/outputDirectory", target + "/classes");
    Path sources = placed(folder, target, pom, "build/sourceDirectory", "src/main/java");
    List<Unit> units = new ArrayList<>();
    List<SourceFolder> compiled = sourceFolders(folder, name, sources, target);
    units.add(unit(folder, name, pom, classes, compiled, besides(folder, name, compiled)));
    if (request.includeTests()) {
      Path testClasses =
          placed(folder, target, pom, "build/testOutputDirectory", target + "/test-classes");
      Path tests = placed(folder, target, pom, "build/testSourceDirectory", "src/test/java");
      List<SourceFolder> testFolders =
          Stream.of(tests, folder.resolve("src/test/kotlin"))
              .filter(Files::isDirectory)
              .map(each -> source(folder, name, each, false))
              .toList();
      String testName = Naming.below(name, Path.of("src/test"));
      units.add(unit(folder, testName, pom, testClasses, testFolders, List.of()));
    }
    return units;
  }

  /** Without classes, only what Maven compiles by itself is compiled. */
  private Unit unit(
      Path folder,
      String name,
      Pom pom,
      Path classes,
      List<SourceFolder> compiled,
      List<SourceFolder> besides) {
    return new Unit(
        name,
        folder,
        List.of(classes),
        Stream.concat(compiled.stream(), besides.stream()).toList(),
        () -> FileTree.javaFiles(compiled, problems),
        libraries == null ? List.of() : libraries.of(folder),
        mode(pom),
        "mvn test-compile");
  }

  private List<SourceFolder> sourceFolders(Path folder, String name, Path sources, Path target) {
    List<SourceFolder> found = new ArrayList<>();
    Stream.of(sources, folder.resolve("src/main/kotlin"))
        .filter(Files::isDirectory)
        .forEach(each -> found.add(source(folder, name, each, false)));
    FileTree.folders(target.resolve("generated-sources"))
        .forEach(each -> found.add(source(folder, name, each, true)));
    return found;
  }

  /**
   * Other folders beside the sources, such as {@code src/main/java21}, which plugins may compile.
   */
  private static List<SourceFolder> besides(Path folder, String name, List<SourceFolder> compiled) {
    Set<Path> known = compiled.stream().map(SourceFolder::path).collect(Collectors.toSet());
    return FileTree.folders(folder.resolve("src/main")).stream()
        .filter(each -> !known.contains(each))
        .map(each -> source(folder, name, each, false))
        .toList();
  }

  private static SourceFolder source(Path folder, String name, Path path, boolean generated) {
    return new SourceFolder(path, Naming.below(name, folder.relativize(path)), generated);
  }

  private Path placed(Path folder, Path target, Pom pom, String setting, String usual) {
    String said = pom.text(setting).orElse(usual);
    String plain =
        said.replaceAll("\\$\\{(project\\.|pom\\.)?basedir}", quoted(folder))
            .replaceAll("\\$\\{(project\\.|pom\\.)?build\\.directory}", quoted(target));
    try {
      return folder.resolve(plain.contains("${") ? usual : plain).normalize();
    } catch (InvalidPathException e) {
      return folder.resolve(usual);
    }
  }

  private static String quoted(Path path) {
    return java.util.regex.Matcher.quoteReplacement(path.toString());
  }

  private static Target.Mode mode(Pom pom) {
    boolean runs =
        APPLICATION_PACKAGINGS.contains(pom.packaging())
            || APPLICATION_PLUGINS.stream().anyMatch(pom::usesPlugin);
    return runs ? Target.Mode.APPLICATION : Target.Mode.MIXED;
  }
}
