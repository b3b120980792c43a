package dev.concur;

import java.nio.file.Path;
import java.util.List;

/**
 * A module that a build tool knows better than anybody who looks at its folder.
 *
 * @param name how to call it in a report, such as its folder below the root of the project
 * @param folder its folder
 * @param classes folders of class files
 * @param sources folders of sources that somebody wrote
 * @param generatedSources folders of sources that a tool wrote
 * @param application whether it is packaged to be run, not to be called
 */
public record BuiltModule(
    String name,
    Path folder,
    List<Path> classes,
    List<Path> sources,
    List<Path> generatedSources,
    boolean application) {
  public BuiltModule {
    classes = List.copyOf(classes);
    sources = List.copyOf(sources);
    generatedSources = List.copyOf(generatedSources);
  }
}
