package dev.concur.lock;

import dev.concur.read.ClassSource;
import dev.concur.read.Facts;
import dev.concur.read.ProgramReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java text compiled in memory, as a source of class files. */
public final class Snippet implements ClassSource {

  private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(\\w+)");

  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> libraries;

  private Snippet(Map<String, byte[]> classes, Map<String, byte[]> libraries) {
    this.classes = classes;
    this.libraries = libraries;
  }

  /** The same, with the classes of one package as roots and all others as libraries. */
  public Snippet rootsIn(String root) {
    Map<String, byte[]> roots = new TreeMap<>(classes);
    Map<String, byte[]> others = new TreeMap<>(classes);
    roots.keySet().removeIf(name -> !name.startsWith(root + "."));
    others.keySet().removeAll(roots.keySet());
    return new Snippet(roots, others);
  }

  /** Facts of one or more compilation units. */
  static Facts facts(String... units) {
    return ProgramReader.read(compile(units));
  }

  /** Compiles compilation units. */
  public static Snippet compile(String... units) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String unit : units) {
      Matcher name = TYPE.matcher(unit);
      if (!name.find()) {
        throw new IllegalArgumentException("no type in: " + unit);
      }
      files.add(new Text(name.group(1), unit));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> written = new TreeMap<>();
    StringBuilder errors = new StringBuilder();
    boolean compiled =
        compiler
            .getTask(
                null,
                new InMemory(compiler.getStandardFileManager(null, null, null), written),
                diagnostic -> errors.append(diagnostic).append('\n'),
                List.of("--release", "17", "-g", "-proc:none", "-nowarn"),
                null,
                files)
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(errors.toString());
    }
    Map<String, byte[]> classes = new TreeMap<>();
    written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return new Snippet(classes, Map.of());
  }

  @Override
  public void roots(BiConsumer<String, byte[]> each) {
    classes.forEach(each);
  }

  @Override
  public Optional<byte[]> library(String binaryName) {
    return Optional.ofNullable(libraries.get(binaryName));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
      super(files);
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
