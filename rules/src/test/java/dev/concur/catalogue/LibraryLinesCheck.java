package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs in the profile {@code catalogue-libraries}, which brings the libraries. */
class LibraryLinesCheck {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency><groupId>(.+?)</groupId><artifactId>(.+?)</artifactId><version>(.+?)</version>");

  private static final List<ApiFile> FILES =
      Bundled.files().stream().filter(file -> !file.name().startsWith("jdk-")).toList();

  @Test
  void every_line_for_a_library_names_something_that_is_there() {
    Resolution resolution =
        new Resolution(getClass().getClassLoader(), Runtime.version().feature())
            .check(LineReader.read(List.of(FILES)));
    resolution.notHere().forEach(line -> System.out.println("not checked: " + line));
    assertEquals(List.of(), resolution.wrong());
    assertTrue(resolution.resolved() > 1500, "only " + resolution.resolved() + " were checked");
  }

  @Test
  void every_word_about_unread_libraries_is_about_packages_that_are_there() throws IOException {
    Set<String> packages = packages();
    List<String> lacking =
        LineReader.read(List.of(FILES)).unread.stream()
            .map(line -> line.name().text())
            .map(pattern -> pattern.substring(0, pattern.indexOf('*')))
            .filter(start -> packages.stream().noneMatch(name -> (name + ".").startsWith(start)))
            .toList();
    assertEquals(List.of(), lacking);
  }

  /** The packages of all jars on the class path. */
  private static Set<String> packages() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        try (JarFile jar = new JarFile(entry)) {
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class") && name.contains("/"))
              .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  @Test
  void the_profile_brings_just_the_libraries_that_the_lines_were_checked_against()
      throws IOException {
    Set<String> said =
        FILES.stream()
            .flatMap(file -> file.text().lines())
            .filter(line -> line.startsWith("artifact "))
            .map(line -> line.substring("artifact ".length()).trim())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> brought =
        DEPENDENCY
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map(found -> found.group(1) + ":" + found.group(2) + ":" + found.group(3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(said, brought);
  }
}
