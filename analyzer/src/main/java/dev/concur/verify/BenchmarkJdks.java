package dev.concur.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDKs of this machine that can run benchmarks: newest first, each once. */
public final class BenchmarkJdks {

  /** The first release with virtual threads. */
  public static final int VIRTUAL_THREADS = 21;

  private final List<BenchmarkJdk> found;

  private BenchmarkJdks(List<BenchmarkJdk> found) {
    this.found = found;
  }

  /**
   * Looks at the JDK that runs this, the environment ({@code JAVA_HOME*}, {@code JDK_*}, {@code
   * JDK*_HOME}), {@code ~/.m2/toolchains.xml} and the folders where JDKs usually are.
   */
  public static BenchmarkJdks search() {
    Path user = Path.of(System.getProperty("user.home"));
    List<Path> usual =
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of("C:\\Program Files\\Java"),
            Path.of("C:\\Program Files\\Eclipse Adoptium"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"));
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    homes.addAll(named(System.getenv()));
    homes.addAll(toolchains(user.resolve(".m2/toolchains.xml")));
    usual.forEach(folder -> homes.addAll(inside(folder)));
    return of(homes);
  }

  /** The JDKs among these folders. */
  static BenchmarkJdks of(List<Path> homes) {
    Map<Path, BenchmarkJdk> byHome = new LinkedHashMap<>();
    for (Path home : homes) {
      BenchmarkJdk.at(home).ifPresent(jdk -> byHome.putIfAbsent(jdk.home(), jdk));
    }
    return new BenchmarkJdks(byHome.values().stream().sorted(BenchmarkJdk.NEWEST_FIRST).toList());
  }

  /** All of them, newest first. */
  public List<BenchmarkJdk> found() {
    return found;
  }

  /** The newest; one of {@value #VIRTUAL_THREADS} or newer, when there is any. */
  public Optional<BenchmarkJdk> preferred() {
    return found.stream().findFirst();
  }

  /** What cannot be measured for want of a JDK, a sentence each. */
  public List<String> absent() {
    List<String> absent = new ArrayList<>();
    if (found.isEmpty()) {
      absent.add(
          "no JDK with a compiler was found: nothing can be verified;"
              + " name one with --benchmark-jdk DIR or set JAVA_HOME");
    } else if (found.get(0).feature() < VIRTUAL_THREADS) {
      absent.add(
          "no JDK 21 or newer was found (newest is "
              + found.get(0).version()
              + "): virtual threads cannot be verified; install one, name it with --benchmark-jdk"
              + " DIR, or list it in ~/.m2/toolchains.xml");
    }
    return absent;
  }

  /** Folders that the environment names, as CI systems and people do. */
  static List<Path> named(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().matches("JAVA_HOME\\w*|JDK_\\w+|JDK\\d*_HOME|GRAALVM_HOME"))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> path(entry.getValue()).stream())
        .toList();
  }

  /** The {@code jdkHome}s of a Maven toolchains file; none when it is absent or broken. */
  static List<Path> toolchains(Path file) {
    List<Path> homes = new ArrayList<>();
    if (!Files.isReadable(file)) {
      return homes;
    }
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      NodeList nodes = builder.parse(file.toFile()).getElementsByTagName("jdkHome");
      for (int i = 0; i < nodes.getLength(); i++) {
        path(nodes.item(i).getTextContent().trim()).ifPresent(homes::add);
      }
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      return List.of();
    }
    return homes;
  }

  /** JDKs in a folder of JDKs, also as macOS lays them out. */
  private static List<Path> inside(Path folder) {
    List<Path> homes = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return homes;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        homes.add(entry);
        homes.add(entry.resolve("Contents/Home"));
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    return homes;
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (java.nio.file.InvalidPathException notOne) {
      return Optional.empty();
    }
  }
}
