package dev.concur.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Arm;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every window that was measured, one JSON object a line, so that anybody can judge again. */
final class SampleLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** A log that begins anew. */
  SampleLog(Path file) throws IOException {
    this.file = file;
    Files.deleteIfExists(file);
  }

  /** Adds what the machine was like, before a row of pairs. */
  void machine(MachineState state) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("part", "machine");
    line.put("result", state.figures());
    try (BufferedWriter out = appending()) {
      out.write(JSON.writeValueAsString(line));
      out.newLine();
    }
  }

  /**
   * Adds the windows of one arm.
   *
   * @param part what they were for: {@code pair}, {@code sweep} or {@code alone}
   */
  void add(String part, int pair, Arm arm, StandIn standIn, List<Window> windows)
      throws IOException {
    try (BufferedWriter out = appending()) {
      for (int k = 0; k < windows.size(); k++) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("part", part);
        line.put("pair", pair);
        line.put("arm", arm.id());
        line.put("tasks", standIn.tasks());
        line.put("waitNanos", Math.round(standIn.waiting() + standIn.heldWaiting()));
        line.put("window", k + 1);
        line.put("result", windows.get(k));
        out.write(JSON.writeValueAsString(line));
        out.newLine();
      }
    }
  }

  private BufferedWriter appending() throws IOException {
    return Files.newBufferedWriter(
        file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
  }
}
