package dev.concur.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Walks folders without following links, past what it may not read. */
final class FileTree {

  private FileTree() {}

  /** All files below a folder, sorted. */
  static List<Path> files(Path folder, ProblemLog problems) {
    return files(folder, problems, any -> true);
  }

  /**
   * All files below a folder, sorted, leaving out the sub-folders that the caller does not want.
   */
  static List<Path> files(Path folder, ProblemLog problems, Predicate<Path> enter) {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try {
      Files.walkFileTree(folder, new Walk(folder, found, problems, enter));
    } catch (IOException e) {
      problems.add(folder.toString(), "cannot be listed: " + e.getMessage(), "check the path");
    }
    return found.stream().sorted().toList();
  }

  /** All Java sources below these folders, sorted. */
  static List<Path> javaFiles(List<SourceFolder> sources, ProblemLog problems) {
    return sources.stream()
        .flatMap(folder -> files(folder.path(), problems).stream())
        .filter(FileTree::isJava)
        .sorted()
        .distinct()
        .toList();
  }

  /** Whether this is a source file with types in it. */
  static boolean isJava(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
  }

  /** The folders directly in a folder, sorted; none when there is no such folder. */
  static List<Path> folders(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The folder a file is in. */
  static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file.resolveSibling("") : parent;
  }

  /** A relative path as it is written everywhere but on Windows. */
  static String slashes(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> found;
    private final ProblemLog problems;
    private final Predicate<Path> enter;

    Walk(Path top, List<Path> found, ProblemLog problems, Predicate<Path> enter) {
      this.top = top;
      this.found = found;
      this.problems = problems;
      this.enter = enter;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(top) || enter.test(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() || Files.isRegularFile(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(file.toString(), "cannot be read: " + e, "check its permissions");
      return FileVisitResult.CONTINUE;
    }
  }
}
