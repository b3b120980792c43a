package dev.concur.verify;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Exactly the imports whose simple names a generated benchmark mentions. */
final class ImportSource {

  private static final List<String> IMPORTABLE =
      List.of(
          "dev.concur.verify.live.LiveTask",
          "java.io.BufferedInputStream",
          "java.io.BufferedOutputStream",
          "java.io.DataInputStream",
          "java.io.DataOutputStream",
          "java.io.EOFException",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.PrintStream",
          "java.nio.file.Path",
          "java.util.ArrayList",
          "java.util.Arrays",
          "java.util.List",
          "java.util.concurrent.Callable",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ExecutorService",
          "java.util.concurrent.Executors",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.Future",
          "java.util.concurrent.FutureTask",
          "java.util.concurrent.Semaphore",
          "java.util.concurrent.TimeUnit",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.locks.LockSupport",
          "java.util.stream.IntStream",
          "jdk.incubator.vector.DoubleVector",
          "jdk.incubator.vector.VectorOperators",
          "jdk.incubator.vector.VectorSpecies",
          "org.openjdk.jmh.annotations.Benchmark",
          "org.openjdk.jmh.annotations.BenchmarkMode",
          "org.openjdk.jmh.annotations.Fork",
          "org.openjdk.jmh.annotations.Measurement",
          "org.openjdk.jmh.annotations.Mode",
          "org.openjdk.jmh.annotations.OutputTimeUnit",
          "org.openjdk.jmh.annotations.Param",
          "org.openjdk.jmh.annotations.Scope",
          "org.openjdk.jmh.annotations.Setup",
          "org.openjdk.jmh.annotations.State",
          "org.openjdk.jmh.annotations.TearDown",
          "org.openjdk.jmh.annotations.Warmup");

  private ImportSource() {}

  /**
   * Import statements, in order.
   *
   * @param body source that they are for
   * @param more names of classes that it needs besides
   */
  static String of(String body, Collection<String> more) {
    Set<String> names = new TreeSet<>(more);
    for (String name : IMPORTABLE) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (Pattern.compile("\\b" + simple + "\\b").matcher(body).find()) {
        names.add(name);
      }
    }
    return names.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }
}
