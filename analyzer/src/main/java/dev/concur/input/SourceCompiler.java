package dev.concur.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Sources compiled in memory by the JDK's compiler. A file with errors costs only itself and what
 * needs it: it is left out and the rest is tried again. Annotation processors and compiler plug-ins
 * on the class path are never run.
 */
final class SourceCompiler {

  private static final int MOST_ROUNDS = 40;

  private final JavaCompiler javac;
  private final int release;

  private SourceCompiler(JavaCompiler javac, int release) {
    this.javac = javac;
    this.release = release;
  }

  /** The compiler of the running JDK, if it has one. */
  static Optional<SourceCompiler> forRelease(int release) {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .map(javac -> new SourceCompiler(javac, release));
  }

  /**
   * What came of it.
   *
   * @param classes class files by entry name
   * @param errors files left out, each with its first error
   */
  record Compiled(Map<String, byte[]> classes, Map<Path, String> errors) {}

  /**
   * Compiles what can be compiled of these files, against jars and folders and classes compiled
   * before.
   */
  Compiled compile(
      List<Path> files, Collection<Path> classpath, NavigableMap<String, byte[]> compiledBefore) {
    Set<Path> remaining = new TreeSet<>(files);
    Map<Path, String> errors = new TreeMap<>();
    for (int round = 0; round < MOST_ROUNDS && !remaining.isEmpty(); round++) {
      Round result = round(remaining, classpath, compiledBefore);
      if (result.errors().isEmpty()) {
        return new Compiled(result.classes(), errors);
      }
      errors.putAll(result.errors());
      remaining.removeAll(result.errors().keySet());
    }
    remaining.forEach(file -> errors.put(file, "not reached: too many other files have errors"));
    return new Compiled(Map.of(), errors);
  }

  /** One run of the compiler. */
  private record Round(Map<String, byte[]> classes, Map<Path, String> errors) {}

  private Round round(
      Set<Path> files, Collection<Path> classpath, NavigableMap<String, byte[]> compiledBefore) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, byte[]> classes = new TreeMap<>();
    String failure = "the compiler gave up without saying why";
    boolean succeeded = false;
    try (StandardJavaFileManager standard =
            javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        MemoryFiles memory = new MemoryFiles(standard, compiledBefore, classes)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
      standard.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      Iterable<? extends JavaFileObject> sources = standard.getJavaFileObjectsFromPaths(files);
      succeeded =
          javac.getTask(Writer.nullWriter(), memory, diagnostics, options(), null, sources).call();
    } catch (IOException | RuntimeException e) {
      failure = "the compiler failed: " + e;
    }
    Map<Path, String> errors = errors(diagnostics);
    if (!succeeded && errors.isEmpty()) {
      String said = withoutFile(diagnostics, failure);
      files.forEach(file -> errors.put(file, said));
    }
    return new Round(classes, errors);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-g", "-parameters", "-nowarn", "-Xlint:none", "-implicit:none"));
    options.addAll(List.of("-Xmaxerrs", "1000000"));
    if (release > 0) {
      options.addAll(List.of("--release", Integer.toString(release)));
    }
    return options;
  }

  private static Map<Path, String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
    Map<Path, String> errors = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      JavaFileObject source = each.getSource();
      if (each.getKind() == Diagnostic.Kind.ERROR && source != null) {
        errors.putIfAbsent(Path.of(source.toUri()), inOneLine(each));
      }
    }
    return errors;
  }

  private static String withoutFile(
      DiagnosticCollector<JavaFileObject> diagnostics, String otherwise) {
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .map(SourceCompiler::inOneLine)
        .orElse(otherwise);
  }

  private static String inOneLine(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", ", ");
    return diagnostic.getLineNumber() > 0
        ? "line " + diagnostic.getLineNumber() + ": " + text
        : text;
  }

  /** Writes classes to memory and finds those of earlier modules there. */
  private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final NavigableMap<String, byte[]> before;
    private final Map<String, byte[]> written;

    MemoryFiles(
        JavaFileManager standard,
        NavigableMap<String, byte[]> before,
        Map<String, byte[]> written) {
      super(standard);
      this.before = before;
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new Written(className.replace('.', '/') + kind.extension, written);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(found::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        before
            .subMap(folder, folder + Character.MAX_VALUE)
            .forEach(
                (name, bytes) -> {
                  if (recurse || name.indexOf('/', folder.length()) < 0) {
                    found.add(new Earlier(name, bytes));
                  }
                });
      }
      return found;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Earlier earlier
          ? earlier.binaryName()
          : super.inferBinaryName(location, file);
    }

    private static URI uri(String name) {
      return URI.create("mem:///" + name);
    }

    private static final class Earlier extends SimpleJavaFileObject {
      private final String entry;
      private final byte[] bytes;

      Earlier(String entry, byte[] bytes) {
        super(uri(entry), Kind.CLASS);
        this.entry = entry;
        this.bytes = bytes;
      }

      String binaryName() {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
      }

      @Override
      public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
      }
    }

    private static final class Written extends SimpleJavaFileObject {
      private final String entry;
      private final Map<String, byte[]> written;

      Written(String entry, Map<String, byte[]> written) {
        super(uri(entry), Kind.CLASS);
        this.entry = entry;
        this.written = written;
      }

      @Override
      public ByteArrayOutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            written.put(entry, toByteArray());
          }
        };
      }
    }
  }
}
