package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespacesTest {

  @TempDir Path folder;

  @Test
  void even_native_code_writes_nowhere_else_and_has_no_network() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    List<String> plain = List.of("sh", "-c", "touch '%s'; touch '%s'; tail -n +3 /proc/net/dev");
    List<String> command =
        List.of(
            plain.get(0),
            plain.get(1),
            plain.get(2).formatted(own.resolve("mine"), folder.resolve("foreign")));
    List<String> wrapped = Namespaces.around(command, own);
    if (!Namespaces.permitted()) {
      assertEquals(command, wrapped);
      System.out.println("namespaces are not permitted here: what they keep out was not tried");
      return;
    }
    String devices = printed(wrapped);
    assertTrue(Files.exists(own.resolve("mine")));
    assertFalse(Files.exists(folder.resolve("foreign")));
    assertEquals(1, devices.lines().count(), devices);
    assertTrue(devices.strip().startsWith("lo:"), devices);
  }

  private static String printed(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
