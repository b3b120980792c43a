package dev.concur.verify.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Who implements an interface or extends a class, among the classes of the user. Looked up once for
 * a JVM, in the order of the class path, for as long as patience lasts.
 */
final class Implementors {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1200);
  private static final int MOST = 6;

  private static Map<String, Set<String>> below = Map.of();

  private Implementors() {}

  /** Names of the first few, sorted, those that are nearest first; none for types of the JDK. */
  static synchronized List<String> of(Class<?> type, ClassLoader loader) {
    if (type.getClassLoader() != loader || !(loader instanceof URLClassLoader urls)) {
      return List.of();
    }
    if (below.isEmpty()) {
      below = read(urls.getURLs());
    }
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type.getName()));
    while (!open.isEmpty() && found.size() < MOST) {
      for (String each : below.getOrDefault(open.remove(), Set.of())) {
        if (found.add(each)) {
          open.add(each);
        }
      }
    }
    return List.copyOf(found);
  }

  private static Map<String, Set<String>> read(URL[] classPath) {
    Map<String, Set<String>> index = new TreeMap<>();
    long end = System.nanoTime() + PATIENCE;
    for (URL url : classPath) {
      try {
        Path path = Path.of(url.toURI());
        if (Files.isDirectory(path)) {
          readFolder(path, index, end);
        } else if (Files.isRegularFile(path)) {
          readJar(path, index, end);
        }
      } catch (IOException | java.net.URISyntaxException | RuntimeException unreadable) {
        // The others may do.
      }
    }
    return index;
  }

  private static void readFolder(Path folder, Map<String, Set<String>> index, long end)
      throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().endsWith(".class")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      if (System.nanoTime() < end) {
        note(Files.readAllBytes(file), index);
      }
    }
  }

  private static void readJar(Path file, Map<String, Set<String>> index, long end)
      throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF") && System.nanoTime() < end) {
          try (InputStream in = jar.getInputStream(entry)) {
            note(in.readAllBytes(), index);
          }
        }
      }
    }
  }

  private static void note(byte[] bytes, Map<String, Set<String>> index) {
    ClassReader reader = new ClassReader(bytes);
    String name = reader.getClassName().replace('/', '.');
    List<String> above = new ArrayList<>(List.of(reader.getInterfaces()));
    if (reader.getSuperName() != null) {
      above.add(reader.getSuperName());
    }
    for (String each : above) {
      index.computeIfAbsent(each.replace('/', '.'), none -> new TreeSet<>()).add(name);
    }
  }
}
