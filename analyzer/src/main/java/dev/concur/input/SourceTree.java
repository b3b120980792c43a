package dev.concur.input;

import dev.concur.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder without a build file: classes, sources, jars, in whatever order somebody left them. */
final class SourceTree {

  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\p{Alnum}_$.]+)\\s*;", Pattern.MULTILINE);
  private static final Set<String> TEST_FOLDERS =
      Set.of("test", "tests", "androidTest", "integrationTest", "testFixtures");

  private final Path folder;
  private final String name;
  private final List<Path> files;

  SourceTree(Path folder, String name, List<Path> files) {
    this.folder = folder;
    this.name = name;
    this.files = files;
  }

  static SourceTree of(Path folder, String name, ProblemLog problems) {
    return new SourceTree(
        folder, name, FileTree.files(folder, problems, SourceTree::worthEntering));
  }

  private static boolean worthEntering(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return !name.startsWith(".") && !name.equals("node_modules");
  }

  boolean hasClasses() {
    return files.stream().anyMatch(each -> each.toString().endsWith(".class"));
  }

  boolean hasSources() {
    return files.stream().anyMatch(FileTree::isJava);
  }

  /** Jars in the tree, those of sources and documentation left out. */
  List<Path> jars() {
    return files.stream()
        .filter(each -> each.toString().endsWith(".jar"))
        .filter(each -> !each.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
        .toList();
  }

  Unit unit(boolean includeTests) {
    Map<Path, Path> startOf = new HashMap<>();
    files.stream()
        .filter(FileTree::isJava)
        .forEach(each -> startOf.computeIfAbsent(FileTree.parent(each), any -> start(each)));
    startOf.values().removeIf(start -> !includeTests && test(folder.relativize(start)));
    return new Unit(
        name,
        folder,
        hasClasses() ? List.of(folder) : List.of(),
        sourceFolders(startOf.values()),
        () -> files.stream().filter(each -> isJavaIn(startOf.keySet(), each)).toList(),
        jars(),
        Target.Mode.MIXED,
        "");
  }

  private static boolean isJavaIn(Set<Path> folders, Path file) {
    return FileTree.isJava(file) && folders.contains(FileTree.parent(file));
  }

  private List<SourceFolder> sourceFolders(Collection<Path> starts) {
    return starts.stream()
        .distinct()
        .sorted()
        .map(
            each ->
                new SourceFolder(
                    each, Naming.below(name, folder.relativize(each)), generated(each)))
        .toList();
  }

  /** The folder that packages start in, told from the package declaration of one file. */
  private Path start(Path file) {
    Path parent = FileTree.parent(file);
    Path steps = Path.of(packageOf(file).replace('.', '/'));
    if (!parent.endsWith(steps) || steps.toString().isEmpty()) {
      return parent;
    }
    Path start = parent;
    for (int i = 0; i < steps.getNameCount() && start.getParent() != null; i++) {
      start = start.getParent();
    }
    // The user may have named a folder inside a package: stay below what was named.
    return start.startsWith(folder) ? start : folder;
  }

  private static String packageOf(Path file) {
    try {
      Matcher matcher =
          PACKAGE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      return matcher.find() ? matcher.group(1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean test(Path relative) {
    return steps(relative).anyMatch(TEST_FOLDERS::contains);
  }

  private static boolean generated(Path path) {
    return steps(path).anyMatch(each -> each.startsWith("generated"));
  }

  private static Stream<String> steps(Path path) {
    return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
        .map(i -> path.getName(i).toString());
  }
}
