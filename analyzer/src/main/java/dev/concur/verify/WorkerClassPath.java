package dev.concur.verify;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a worker JVM finds concur, JMH and what they need: the places that this JVM has them from.
 */
final class WorkerClassPath {

  /** One class of each jar; in the runnable jar they all come from one place. */
  private static final List<String> WITNESSES =
      List.of(
          "dev.concur.verify.WorkerClassPath",
          "dev.concur.advise.Experiment",
          "org.openjdk.jmh.annotations.Benchmark",
          "org.openjdk.jmh.generators.BenchmarkProcessor",
          "joptsimple.OptionParser",
          "org.apache.commons.math3.distribution.TDistribution",
          "org.objectweb.asm.ClassVisitor",
          "org.objectweb.asm.tree.ClassNode",
          "org.objectweb.asm.tree.analysis.Analyzer",
          "org.objectweb.asm.commons.ClassRemapper");

  private WorkerClassPath() {}

  static List<Path> ofThisProcess() {
    Set<Path> places = new LinkedHashSet<>();
    for (String witness : WITNESSES) {
      place(witness, places);
    }
    return new ArrayList<>(places);
  }

  private static void place(String className, Set<Path> places) {
    try {
      CodeSource source =
          Class.forName(className, false, WorkerClassPath.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      if (source != null) {
        places.add(Path.of(source.getLocation().toURI()));
      }
    } catch (ClassNotFoundException | URISyntaxException absent) {
      // An optional part is not there; what needs it will say so.
    }
  }
}
