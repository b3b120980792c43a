package dev.concur;

import java.nio.file.Path;
import java.util.List;

/**
 * The tests of a module, when somebody knows where they are.
 *
 * @param folder the module's
 * @param classes folders of test classes
 * @param classPath what they are run with: themselves, the code and all libraries
 */
public record BuiltTests(Path folder, List<Path> classes, List<Path> classPath) {
  public BuiltTests {
    classes = List.copyOf(classes);
    classPath = List.copyOf(classPath);
  }
}
