package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {

  @Test
  void without_a_word_the_heap_is_as_it_always_was() {
    assertEquals(List.of("-Xms256m", "-Xmx512m", "-XX:+UseParallelGC"), JvmOptions.USUAL.heap());
  }

  @Test
  void a_smaller_heap_begins_smaller_and_another_collector_replaces_ours() {
    JvmOptions options = JvmOptions.USUAL.withMaxHeap("64m").withArguments("-XX:+UseSerialGC");
    assertEquals(List.of("-Xms64m", "-Xmx64m"), options.heap());
    assertEquals(List.of("-XX:+UseSerialGC"), options.arguments());
  }

  @Test
  void a_line_is_read_as_a_shell_would() {
    assertEquals(
        new JvmOptions(
            Optional.empty(),
            List.of("-Dshop.name=a b", "--add-opens=java.base/java.lang=ALL-UNNAMED")),
        JvmOptions.USUAL.withArguments(
            " \"-Dshop.name=a b\"  --add-opens=java.base/java.lang=ALL-UNNAMED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-javaagent:other.jar",
        "-agentlib:jdwp",
        "-cp",
        "other.jar",
        "-jar",
        "@file",
        "-XX:OnOutOfMemoryError=reboot",
        "-XX:Flags=file",
        "-XX:VMOptionsFile=file",
        "-XX:CompileCommandFile=file",
        "-Xbootclasspath/a:other.jar",
        "--patch-module=java.base=other.jar",
        "-Djava.io.tmpdir=elsewhere",
        "-Dconcur.live=other",
        "-Xlog:gc",
        "-Xmx2g"
      })
  void what_would_measure_something_else_or_open_the_jail_is_refused(String argument) {
    String why =
        assertThrows(IllegalArgumentException.class, () -> JvmOptions.USUAL.withArguments(argument))
            .getMessage();
    assertTrue(why.startsWith("'" + argument + "'"), why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2t", "1m", "-Xmx2g"})
  void what_is_no_heap_is_refused(String size) {
    assertThrows(IllegalArgumentException.class, () -> JvmOptions.USUAL.withMaxHeap(size));
  }
}
