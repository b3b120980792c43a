package dev.concur.input;

import dev.concur.model.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * A module whose places are known beforehand.
 *
 * @param name how to call it in a report
 * @param folder its folder
 * @param classes folders of class files
 * @param sources where its sources are
 * @param mode application or library, or mixed when nothing says
 */
public record GivenModule(
    String name, Path folder, List<Path> classes, List<SourceFolder> sources, Target.Mode mode) {
  public GivenModule {
    classes = List.copyOf(classes);
    sources = List.copyOf(sources);
  }

  Unit unit(ProblemLog problems) {
    return new Unit(
        name,
        folder,
        classes,
        sources,
        () -> FileTree.javaFiles(sources, problems),
        List.of(),
        mode,
        "the build");
  }
}
