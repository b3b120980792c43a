package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NotEnoughMemoryTest {

  /**
   * The command starts with this, and the largest module of the JDK is far too much for it; with
   * twice as much the collector tries for long.
   */
  private static final String TOO_LITTLE = "-Xmx12m";

  @Test
  void a_scan_that_needs_more_heap_says_how_much_and_ends_with_4() throws Exception {
    Process scan = scan();
    String said = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertTrue(scan.waitFor(1, TimeUnit.MINUTES), "it ends");
    assertEquals(4, scan.exitValue(), said);
    assertTrue(said.contains(" took more memory than the "), said);
    assertTrue(said.contains(" MiB that Java was given. Give it more"), said);
    assertTrue(said.contains("CONCUR_JAVA_OPTS=-Xmx"), said);
    assertTrue(said.contains("MAVEN_OPTS=-Xmx"), said);
    assertTrue(said.contains("--classpath"), said);
    assertFalse(said.contains("OutOfMemoryError"), said);
    assertFalse(said.contains("\tat "), said);
  }

  private static Process scan() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(TOO_LITTLE, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.concur.cli.Main", "scan", "--threads", "1", "jrt:/java.base"));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void a_lack_of_memory_is_found_behind_other_failures() {
    Throwable lack = new IllegalStateException("summing up", new OutOfMemoryError("heap"));

    assertTrue(NotEnoughMemory.isBehind(new RuntimeException(lack)));
    assertFalse(NotEnoughMemory.isBehind(new RuntimeException(new StackOverflowError())));
  }

  @Test
  void what_is_said_to_be_enough_is_more_than_there_is() {
    String said = NotEnoughMemory.scanning("app.jar", 0).getMessage();
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    long enough = Long.parseLong(said.replaceAll("(?s).*CONCUR_JAVA_OPTS=-Xmx(\\d+)m.*", "$1"));

    assertTrue(said.startsWith("scanning app.jar took more memory than"), said);
    assertTrue(
        NotEnoughMemory.scanning("app.jar", 1_234)
            .getMessage()
            .startsWith("scanning app.jar (1,234 classes) took more memory than"));
    assertTrue(enough > heap, said);
  }
}
