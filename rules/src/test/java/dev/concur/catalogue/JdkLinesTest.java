package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JdkLinesTest {
  private static final Lines JDK =
      LineReader.read(
          List.of(
              Bundled.files().stream().filter(file -> !file.name().startsWith("lib-")).toList()));

  @Test
  void every_line_for_the_jdk_names_something_that_is_there() {
    Resolution resolution =
        new Resolution(ClassLoader.getPlatformClassLoader(), Runtime.version().feature())
            .check(JDK);
    resolution
        .notHere()
        .forEach(line -> System.out.println("not checked on this JDK, another release: " + line));
    assertEquals(List.of(), resolution.wrong());
    assertTrue(resolution.resolved() > 2000, "only " + resolution.resolved() + " were checked");
  }

  // A pattern of types cannot be checked by reflection.
  @Test
  void a_line_for_the_jdk_names_its_type_in_full() {
    assertEquals(
        List.of(),
        JDK.methods.stream()
            .filter(line -> !line.signature().owner().exact())
            .map(SignatureIndex.Line::source)
            .toList());
  }

  @Test
  void no_two_lines_speak_of_the_same_signature() {
    assertEquals(List.of(), Duplicates.of(LineReader.read(List.of(Bundled.files())).methods));
  }
}
