package dev.concur.input;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What its own build file calls a project, the same wherever it is checked out. */
public final class ProjectName {

  private ProjectName() {}

  /** The artifact id of the one Maven project that was named; empty for all else. */
  public static String of(List<String> paths) {
    if (paths.size() != 1 || paths.get(0).contains(":")) {
      return "";
    }
    try {
      Path given = Path.of(paths.get(0));
      Path file = given.endsWith("pom.xml") ? given : given.resolve("pom.xml");
      return MavenProject.isAt(FileTree.parent(file))
          ? Pom.read(file).text("artifactId").orElse("")
          : "";
    } catch (IOException | InvalidPathException e) {
      return ""; // That it cannot be read is said where it is read for its modules.
    }
  }
}
