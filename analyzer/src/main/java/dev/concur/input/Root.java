package dev.concur.input;

import dev.concur.model.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One set of classes to scan.
 *
 * @param name how the user named it, with the module's folder where a project has many
 * @param kind where its classes come from
 * @param sources where its sources are, hand-written before generated; none when unknown
 * @param mode application or library as far as the packaging says, otherwise mixed
 */
public record Root(String name, Kind kind, List<SourceFolder> sources, Target.Mode mode) {
  public Root {
    sources = List.copyOf(sources);
  }

  /** Where the classes of a root come from. */
  public enum Kind {
    JAR,
    CLASSES,
    JRT_MODULE,
    COMPILED_SOURCES
  }

  /** The source file with this path below its folder, such as {@code a/b/C.java}. */
  public Optional<Path> source(String file) {
    return folderOf(file).map(folder -> folder.path().resolve(file));
  }

  /** The folder that holds this source file. */
  public Optional<SourceFolder> folderOf(String file) {
    return sources.stream()
        .filter(folder -> Files.isRegularFile(folder.path().resolve(file)))
        .findFirst();
  }
}
