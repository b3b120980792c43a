package dev.concur.verify.live;

import java.util.List;

/** Runs tests of the user's with what their class path has for it. */
interface TestRunner {

  /** Told of tests as they are run, also of what contains others. */
  interface Listener {

    /** It begins. */
    void started(String test);

    /**
     * It is over.
     *
     * @param problem how it failed, or empty
     */
    void ended(String test, String problem);
  }

  /** Runs all tests of these classes. */
  void run(List<String> classes, Listener listener) throws ReflectiveOperationException;

  /** Runs one test. */
  void run(String test, Listener listener) throws ReflectiveOperationException;

  /** That of this class path: the JUnit platform, or JUnit 4 alone. */
  static TestRunner of(ClassLoader loader) throws CannotMake {
    if (has(loader, PlatformRunner.LAUNCHER)) {
      return new PlatformRunner(loader);
    }
    if (has(loader, "org.junit.platform.engine.TestEngine")) {
      throw new CannotMake(
          "there is no junit-platform-launcher on the class path of the tests, nor in the local"
              + " repository beside its engine");
    }
    if (has(loader, PlainRunner.CORE)) {
      return new PlainRunner(loader);
    }
    throw new CannotMake("neither JUnit 5 nor JUnit 4 is on the class path of the tests");
  }

  private static boolean has(ClassLoader loader, String name) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
