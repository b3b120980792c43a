package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stream deep below waits as what the method, or what it calls, put there. */
class SurroundingsTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package pages;

      import java.io.*;
      import java.net.Socket;
      import java.nio.file.*;
      import java.util.*;
      import java.util.stream.*;

      public class Pages {

        static final class Letters {
          private final Reader source;
          private final char[] ahead = new char[4096];
          private int left;

          Letters(Reader source) { this.source = source; }
          Letters(String text) { this(new StringReader(text)); }

          int next() throws IOException {
            if (left == 0) left = source.read(ahead);
            return left < 0 ? -1 : ahead[--left];
          }
        }

        static final class Words {
          private final Letters letters;

          Words(Letters letters) { this.letters = letters; }

          String next() throws IOException {
            StringBuilder word = new StringBuilder();
            for (int c = letters.next(); c > ' '; c = letters.next()) word.append((char) c);
            return word.toString();
          }

          /** Makes letters of its own, which are gone when it returns. */
          static int length(String text) throws IOException {
            Letters own = new Letters(text);
            int count = 0;
            while (own.next() >= 0) count++;
            return count;
          }
        }

        static final class Grammar {
          private Words words;
          private final List<String> seen = new ArrayList<>();

          void begin(Reader text) { words = new Words(new Letters(text)); }

          void run() throws IOException {
            for (String word = words.next(); !word.isEmpty(); word = words.next()) {
              if (Words.length(word) > 3) seen.add(word);
            }
          }

          List<String> parse(Reader text) throws IOException {
            begin(text);
            run();
            return seen;
          }
        }

        static List<String> ofText(String text) throws IOException {
          return new Grammar().parse(new StringReader(text));
        }

        static List<String> ofFile(Path file) throws IOException {
          try (Reader in = Files.newBufferedReader(file)) {
            return new Grammar().parse(in);
          }
        }

        static List<String> ofSocket(Socket socket) throws IOException {
          return new Grammar().parse(new InputStreamReader(socket.getInputStream()));
        }

        static Reader counted(Reader in, boolean buffered) {
          return buffered ? new BufferedReader(in) : in;
        }

        static int first(Reader in) throws IOException { return counted(in, true).read(); }

        static int firstOfText(String text) throws IOException { return first(new StringReader(text)); }

        static int firstOfFile(Path file) throws IOException {
          try (Reader in = new FileReader(file.toFile())) {
            return first(in);
          }
        }

        static void greet(Writer out, String name) throws IOException {
          out.append("Hello ").append(name).append("!");
        }

        static String greeting(String name) throws IOException {
          StringWriter out = new StringWriter();
          greet(out, name);
          return out.toString();
        }

        static void greetAt(Path file) throws IOException {
          try (Writer out = Files.newBufferedWriter(file)) {
            greet(out, "you");
          }
        }

        private static String content(Path file) {
          try {
            return Files.readString(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        static List<String> contents(List<Path> files) {
          return files.stream().map(Pages::content).collect(Collectors.toList());
        }

        private final Map<String, List<String>> byName = new HashMap<>();

        void keep(String name, List<Path> files) { byName.put(name, contents(files)); }

        long blank(String name) {
          return byName.get(name).stream().filter(String::isBlank).count();
        }
      }
      """;

  @BeforeAll
  static void label_the_program() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(method.ref().simpleOwner() + "." + method.ref().name(), costs.label(method));
    }
  }

  private static Label of(String method) {
    return LABELS.get("Pages." + method);
  }

  @Test
  void a_parser_that_is_given_a_text_waits_for_nothing() {
    assertFalse(of("ofText").blocking(), of("ofText")::toString);
  }

  @Test
  void a_parser_that_is_given_a_file_waits_for_the_disk_alone() {
    assertTrue(of("ofFile").kinds().contains(Kind.DISK), of("ofFile")::toString);
    assertFalse(of("ofFile").kinds().contains(Kind.NETWORK), of("ofFile")::toString);
  }

  @Test
  void a_parser_that_is_given_a_socket_waits_for_the_network_alone() {
    assertTrue(of("ofSocket").kinds().contains(Kind.NETWORK), of("ofSocket")::toString);
    assertFalse(of("ofSocket").kinds().contains(Kind.DISK), of("ofSocket")::toString);
  }

  @Test
  void a_stream_that_a_helper_wraps_is_still_the_caller_s() {
    assertFalse(of("firstOfText").blocking(), of("firstOfText")::toString);
    assertTrue(of("firstOfFile").blocking(), of("firstOfFile")::toString);
  }

  @Test
  void what_is_appended_to_what_append_gives_back_goes_to_the_same_writer() {
    assertFalse(of("greeting").blocking(), of("greeting")::toString);
    assertTrue(of("greetAt").blocking(), of("greetAt")::toString);
  }

  @Test
  void what_a_stream_was_collected_into_has_been_run() {
    assertEquals(Kind.DISK, of("contents").kinds().iterator().next());
    assertFalse(of("blank").blocking(), of("blank")::toString);
  }
}
