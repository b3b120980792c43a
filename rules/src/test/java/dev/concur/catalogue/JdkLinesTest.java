package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JdkLinesTest {

  @Test
  void every_line_for_the_jdk_names_something_that_is_there() {
    List<ApiFile> jdk =
        Bundled.files().stream()
            .filter(file -> file.name().startsWith("jdk-") || file.name().equals("defaults.api"))
            .toList();
    Resolution resolution =
        new Resolution(ClassLoader.getPlatformClassLoader(), Runtime.version().feature())
            .check(LineReader.read(List.of(jdk)));
    resolution
        .notHere()
        .forEach(line -> System.out.println("not checked on this JDK, another release: " + line));
    assertEquals(List.of(), resolution.wrong());
    assertTrue(
        resolution.resolved() > 250, "only " + resolution.resolved() + " lines were checked");
  }
}
