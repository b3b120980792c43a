package dev.concur.weave;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.jar.JarFile;

/** The agent of a worker that runs the user's own code: it spreads the second net. */
public final class Premain {

  private Premain() {}

  /**
   * Called by the JVM before the main program.
   *
   * @param jail jar with the rules of the net, for the boot loader
   */
  public static void premain(String jail, Instrumentation instrumentation)
      throws IOException, UnmodifiableClassException {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(new File(jail)));
    JdkNet.spread(instrumentation);
    Jail.own(Thread.currentThread());
  }
}
