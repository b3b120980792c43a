package dev.concur.verify;

import dev.concur.verify.live.ParentWatch;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles generated benchmarks in a JVM of the benchmark JDK for as long as somebody asks: each
 * line of its input names a file with one word a line, which are source, folder for classes and
 * further compiler options. For each a line is printed: {@code ok}, or {@code failed} and the first
 * error.
 */
final class CompileWorker {

  private CompileWorker() {}

  /** Entry of the JVM. */
  public static void main(String[] none) throws IOException {
    ParentWatch.start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String job;
    while ((job = in.readLine()) != null) {
      out.println(compile(compiler, Files.readAllLines(Path.of(job))));
    }
  }

  private static String compile(JavaCompiler compiler, List<String> words) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = new ArrayList<>(words.subList(2, words.size()));
      options.addAll(
          List.of(
              "-d",
              words.get(1),
              "-cp",
              words.get(1) + File.pathSeparator + System.getProperty("java.class.path"),
              "-processor",
              "org.openjdk.jmh.generators.BenchmarkProcessor",
              "-nowarn",
              "-g"));
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(Path.of(words.get(0)));
      boolean fine = compiler.getTask(null, files, problems, options, null, units).call();
      return fine ? "ok" : "failed " + firstError(problems);
    }
  }

  private static String firstError(DiagnosticCollector<JavaFileObject> problems) {
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(problem -> "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
        .findFirst()
        .orElse("the compiler gave no reason")
        .replaceAll("\\s+", " ");
  }
}
