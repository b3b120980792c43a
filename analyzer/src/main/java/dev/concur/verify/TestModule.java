package dev.concur.verify;

import java.nio.file.Path;
import java.util.List;

/**
 * Tests of the user's that may be run.
 *
 * @param folder the project's or module's, which they may read
 * @param tests folders of test classes
 * @param classPath what they need: test classes, code and libraries
 */
public record TestModule(Path folder, List<Path> tests, List<Path> classPath) {
  public TestModule {
    tests = List.copyOf(tests);
    classPath = List.copyOf(classPath);
  }
}
