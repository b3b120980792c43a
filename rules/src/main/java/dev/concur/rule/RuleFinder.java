package dev.concur.rule;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Finds every rule below {@code dev.concur.rules} in the folder or jar that this class came from,
 * so that adding a rule edits no list.
 */
final class RuleFinder {

  private static final String HOME = "dev/concur/rules/";

  private RuleFinder() {}

  static List<Rule> find() {
    try {
      return classFiles().stream()
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(RuleFinder::load)
          .filter(type -> Rule.class.isAssignableFrom(type))
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .map(RuleFinder::create)
          .sorted(Comparator.comparing(Rule::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the rules", e);
    }
  }

  /** Names such as {@code dev/concur/rules/gil/GilIo.class}. */
  private static List<String> classFiles() throws IOException {
    String self = RuleFinder.class.getName().replace('.', '/') + ".class";
    URL here = RuleFinder.class.getResource("RuleFinder.class");
    if (here == null) {
      throw new IOException("not loaded from a folder or a jar");
    }
    URLConnection connection = here.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return inJar(jar);
    }
    String root = here.toString().substring(0, here.toString().length() - self.length());
    return inFolder(Path.of(uri(root)));
  }

  private static List<String> inJar(JarURLConnection connection) throws IOException {
    // A shared JarFile must not be closed, and one of our own would stay open behind Maven's back.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return jar.stream().map(ZipEntry::getName).filter(name -> name.startsWith(HOME)).toList();
    }
  }

  private static List<String> inFolder(Path root) throws IOException {
    Path home = root.resolve(HOME);
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
          .toList();
    }
  }

  private static URI uri(String root) throws IOException {
    try {
      return new URI(root);
    } catch (URISyntaxException e) {
      throw new IOException(root, e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, RuleFinder.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Rule create(Class<?> type) {
    try {
      return (Rule) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " needs a public constructor without parameters", e);
    }
  }
}
