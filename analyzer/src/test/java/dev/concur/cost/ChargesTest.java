package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is charged with what: what is lazy, remembered, read ahead, passed along or handed over. */
class ChargesTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package charges;

      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;
      import javax.crypto.SecretKeyFactory;
      import javax.crypto.spec.PBEKeySpec;

      public class Charges {
        private final Map<Path, byte[]> known = new ConcurrentHashMap<>();

        byte[] remembered(Path file) {
          return known.computeIfAbsent(file, Charges::bytes);
        }

        byte[] readAgain(Path file) {
          known.remove(file);
          return known.computeIfAbsent(file, Charges::bytes);
        }

        static byte[] bytes(Path file) {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        Stream<String> lazily(List<String> names) {
          return names.stream().sorted(Comparator.comparing(String::length));
        }

        List<String> eagerly(List<String> names) {
          return names.stream().sorted(Comparator.comparing(String::toLowerCase)).toList();
        }

        static int digits(String document) {
          int count = 0;
          for (int i = 0; i < document.length(); i++) {
            for (char c : "0123456789".toCharArray()) count += document.charAt(i) == c ? 1 : 0;
          }
          return count;
        }

        static int digitsOfCode() { return digits("A-17"); }

        static String quote(String text) {
          StringBuilder out = new StringBuilder();
          for (int i = 0; i < text.length(); i++) out.append(text.charAt(i));
          return out.toString();
        }

        private final Properties values = new Properties();
        private Path origin = Path.of("settings");
        private long loadedAt;
        private long maxAge = 60_000;

        String current(String key) throws IOException {
          if (System.currentTimeMillis() - loadedAt > maxAge) {
            reload();
          }
          return values.getProperty(key);
        }

        private void reload() throws IOException {
          try (Reader in = Files.newBufferedReader(origin)) {
            values.load(in);
          }
          loadedAt = System.currentTimeMillis();
        }

        static final class Lines {
          private final BufferedReader in;
          private String ahead;
          private boolean finished;

          Lines(Reader in) { this.in = new BufferedReader(in); }

          boolean more() throws IOException {
            if (ahead != null) return true;
            if (finished) return false;
            String line = in.readLine();
            if (line == null) {
              finished = true;
              return false;
            }
            ahead = line;
            return true;
          }

          String next() {
            String line = ahead;
            ahead = null;
            return line;
          }
        }

        static int typed() throws IOException {
          int count = 0;
          Lines lines = new Lines(new InputStreamReader(System.in));
          while (lines.more()) {
            lines.next();
            count++;
          }
          return count;
        }

        static void require(Object value) {
          if (value == null) complain("value");
        }

        private static void complain(String name) {
          long trace = 0;
          for (int i = 0; i < 1_000_000; i++) trace += name.length() * i;
          throw new IllegalArgumentException(name + trace);
        }

        static byte[] cheap(char[] password, byte[] salt) throws Exception {
          return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password, salt, 50, 256)).getEncoded();
        }

        static byte[] dear(char[] password, byte[] salt) throws Exception {
          return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password, salt, 50_000, 256)).getEncoded();
        }

        static final class Matrix {
          final double[][] cells = new double[100][100];
          @Override public boolean equals(Object other) {
            double sum = 0;
            for (int i = 0; i < 1000; i++) for (int j = 0; j < 1000; j++) sum += cells[i % 100][j % 100];
            return sum == 0;
          }
        }

        Object made = new Matrix();

        static boolean same(Object one, Object other) { return one.equals(other); }

        public static String joined(Future<String> job) throws Exception { return job.get(); }

        static String finished() throws Exception {
          return joined(CompletableFuture.completedFuture(""));
        }

        private final SynchronousQueue<String> counter = new SynchronousQueue<>();

        void handOver(String item) throws InterruptedException { counter.put(item); }

        private final List<Consumer<String>> listeners = new ArrayList<>();

        void listen(Consumer<String> listener) { listeners.add(listener); }

        void tell(String text) {
          for (Consumer<String> listener : listeners) listener.accept(text);
        }

        private final Map<String, Predicate<String>> checks = new HashMap<>();

        Charges() {
          checks.put("empty", String::isEmpty);
          checks.put("blank", String::isBlank);
        }

        long violations(String code) {
          return checks.values().stream().filter(check -> check.test(code)).map(quoted(code)).count();
        }

        private static Function<Predicate<String>, String> quoted(String code) {
          return check -> code.toLowerCase(Locale.ROOT).replaceAll("a", "b");
        }

        static int sizes(Reader given) throws IOException {
          int sum = 0;
          BufferedReader in = new BufferedReader(given);
          for (String line = in.readLine(); line != null; line = in.readLine()) sum += line.length();
          return sum;
        }

        static int sizesOfText(String text) throws IOException { return sizes(new StringReader(text)); }

        static int sizesOfFile(Path file) throws IOException {
          try (Reader in = Files.newBufferedReader(file)) {
            return sizes(in);
          }
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
    return LABELS.get("Charges." + method);
  }

  @Test
  void what_was_just_forgotten_is_looked_up_anew() {
    assertEquals(Bound.LIGHT, of("remembered").bound());
    assertEquals(Bound.IO, of("readAgain").bound());
  }

  @Test
  void a_stream_that_nobody_consumes_yet_is_not_sorted_yet() {
    assertEquals(Bound.LIGHT, of("lazily").bound());
    assertEquals(Bound.CPU, of("eagerly").bound());
  }

  @Test
  void what_is_given_a_code_does_not_read_a_document() {
    assertEquals(Bound.CPU, of("digits").bound());
    assertEquals(Bound.LIGHT, of("digitsOfCode").bound());
  }

  @Test
  void what_is_read_again_when_it_is_old_is_remembered_most_of_the_time() {
    assertEquals(Bound.LIGHT, of("current").bound());
    assertTrue(of("current").blocking());
  }

  @Test
  void what_is_read_ahead_is_read_for_every_element() {
    assertEquals(Bound.IO, of("typed").bound());
  }

  @Test
  void a_helper_that_only_throws_is_an_error_path() {
    assertEquals(Bound.LIGHT, of("require").bound());
  }

  @Test
  void a_password_costs_what_its_rounds_cost() {
    assertEquals(Bound.LIGHT, of("cheap").bound());
    assertEquals(Bound.CPU, of("dear").bound());
  }

  @Test
  void any_object_may_be_compared_and_none_in_particular() {
    assertEquals(Bound.LIGHT, of("same").bound());
  }

  @Test
  void a_future_that_anybody_may_pass_is_waited_for() {
    assertEquals(Bound.IO, of("joined").bound());
  }

  @Test
  void handing_over_waits_until_somebody_takes() {
    assertEquals(Bound.IO, of("handOver").bound());
  }

  @Test
  void telling_listeners_that_nobody_knows_is_light_with_little_confidence() {
    assertEquals(Bound.LIGHT, of("tell").bound());
    assertEquals(Confidence.LOW, of("tell").confidence());
  }

  @Test
  void a_disk_that_is_only_touched_may_be_a_cache_of_it() {
    assertEquals(Bound.IO, of("readAgain").bound());
    assertEquals(Confidence.LOW, of("readAgain").confidence());
  }

  @Test
  void what_a_constructor_registers_is_counted() {
    assertEquals(Bound.LIGHT, of("violations").bound());
  }

  @Test
  void a_reader_waits_as_what_each_caller_passes() {
    assertEquals(false, of("sizesOfText").blocking());
    assertEquals(Bound.IO, of("sizesOfFile").bound());
  }
}
