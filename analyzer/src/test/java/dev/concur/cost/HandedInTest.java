package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Label;
import dev.concur.read.ProgramReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an object was made with by somebody who is not there: streams, and lists of handlers. */
class HandedInTest {

  private static final String LOG =
      """
      package app;
      public interface Log { void record(String line); }
      """;

  private static final String TO_FILE =
      """
      package app;
      import java.nio.file.*;
      public class ToFile implements Log {
        private final Path file;
        public ToFile(Path file) { this.file = file; }
        public void record(String line) {
          try {
            Files.writeString(file, line, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  private static final String ALL =
      """
      package app;
      import java.util.List;
      public class All {
        private final List<Log> logs;
        public All(List<Log> logs) { this.logs = logs; }
        public void each(String line) { logs.forEach(log -> log.record(line)); }
        public void streamed(String line) { logs.stream().forEach(log -> log.record(line)); }
        public void looped(String line) { for (Log log : logs) { log.record(line); } }
      }
      """;

  private static final String DESK =
      """
      package app;
      import java.io.*;
      public class Desk {
        private final BufferedReader keyboard;
        public Desk(BufferedReader keyboard) { this.keyboard = keyboard; }
        public String answer() throws IOException { return keyboard.readLine(); }
      }
      """;

  @Test
  void a_handler_of_a_list_is_one_of_the_program_however_the_list_is_gone_through() {
    Map<String, Label> labels = labels(LOG, TO_FILE, ALL);

    assertEquals(Bound.IO, labels.get("looped").bound());
    assertEquals(Bound.IO, labels.get("each").bound());
    assertEquals(Bound.IO, labels.get("streamed").bound());
  }

  @Test
  void a_stream_in_a_field_that_nobody_is_seen_to_pass_is_not_known_to_wait_for_nothing() {
    Label answer = labels(DESK).get("answer");

    assertEquals(Confidence.LOW, answer.confidence());
    assertEquals(1, answer.missing().size(), answer.toString());
  }

  private static Map<String, Label> labels(String... sources) {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(sources)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    return linked.roots().stream()
        .filter(method -> !method.ref().constructor() && !method.isAbstract())
        .collect(
            Collectors.toMap(method -> method.ref().name(), costs::label, (one, other) -> one));
  }
}
