package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much code does of which nobody shows the sizes, and what belongs to one of many. */
class StrangersTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      public class Address {
        private final Map<String, List<String>> parameters = new HashMap<>();
        private final List<Map<String, List<String>>> segments = new ArrayList<>();
        public Address with(String name, String value) {
          parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
          return this;
        }
        public String expand() {
          StringBuilder all = new StringBuilder();
          for (Map<String, List<String>> segment : segments) {
            for (List<String> values : segment.values()) {
              for (String value : values) {
                encode(value, all);
              }
            }
          }
          return all.toString();
        }
        private void encode(String value, StringBuilder all) {
          for (int i = 0; i < value.length(); i++) {
            for (List<String> names : parameters.values()) {
              for (String name : names) {
                for (int j = 0; j < name.length(); j++) {
                  compare(name, value, all);
                }
              }
            }
          }
        }
        private void compare(String name, String value, StringBuilder all) {
          for (int i = 0; i < name.length(); i++) {
            for (int j = 0; j < value.length(); j++) {
              if (name.charAt(i) == value.charAt(j)) { all.append(name.charAt(i)); }
            }
          }
        }
        public List<String> list(String name) { return parameters.get(name); }
        public int settled(int a) throws Exception { return a > 1 ? decided(a) : 1; }
        private int decided(int a) throws Exception { return a > 2 ? found(a) : 2; }
        private int found(int a) throws Exception { return a > 3 ? fetched(a) : 3; }
        private int fetched(int a) throws Exception { if (a > 4) { Thread.sleep(900); } return 4; }
        public int either(int a) throws Exception {
          if (a > 1) { Thread.sleep(900); } else { Thread.sleep(800); }
          return 4;
        }
        public static String[] split(String text, char at) { return text.split("" + at); }
      }
      """;

  private static final String PROGRAM =
      """
      package app;
      import java.security.MessageDigest;
      import java.nio.file.*;
      import java.util.*;
      import java.util.function.*;
      import lib.Address;
      public class App {
        enum Colour { RED, GREEN, BLUE }
        interface Throwing<T> { void accept(T one) throws Exception; }
        static class Evidence {
          private final Set<String> found = new HashSet<>();
          Set<String> sorted() { return new TreeSet<>(found); }
        }
        static class Part extends Evidence {
          String name() { return "part"; }
        }

        int behindFourConditions(Address address, int a) throws Exception {
          return address.settled(a);
        }
        int onBothWays(Address address, int a) throws Exception { return address.either(a); }

        static <T> Consumer<T> unchecked(Throwing<T> task) {
          return one -> {
            try { task.accept(one); } catch (Exception e) { throw new IllegalStateException(e); }
          };
        }

        String linkAndWait() throws InterruptedException {
          Thread.sleep(2);
          return new Address().with("a", "b").expand();
        }

        List<String> colours() {
          List<String> names = new ArrayList<>();
          for (Colour colour : Colour.values()) { names.add(String.format("%s", colour)); }
          return names;
        }

        List<String> actions(Address address) {
          List<String> names = new ArrayList<>();
          for (String action : address.list("actions")) { names.add(String.format("%s", action)); }
          return names;
        }

        List<String> folders(List<String> folders) {
          List<String> names = new ArrayList<>();
          for (String folder : folders) { names.add(String.format("%s", folder)); }
          return names;
        }

        List<String> fields(String some) {
          List<String> names = new ArrayList<>();
          for (String field : Address.split(some, ',')) { names.add(String.format("%s", field)); }
          return names;
        }

        List<String> given(List<String> many) {
          List<String> names = new ArrayList<>();
          for (String one : many) { names.add(String.format("%s", one)); }
          return names;
        }

        List<String> words(String[] some) {
          List<String> names = new ArrayList<>();
          for (String one : some) { names.add(String.format("%s", one)); }
          return names;
        }

        int names(List<Part> parts) {
          int sum = 0;
          for (Part part : parts) { sum += part.name().length(); }
          return sum;
        }

        void sleepThrough(List<Path> paths) {
          paths.forEach(unchecked(path -> Thread.sleep(5)));
        }

        void look(List<Path> paths) {
          paths.forEach(unchecked(path -> path.getFileName()));
        }

        byte[] hash(byte[] bytes) throws Exception {
          return MessageDigest.getInstance("SHA-256").digest(bytes);
        }

        private static byte[] utf(String text) {
          return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        byte[] hashOfText(String some) throws Exception { return hash(utf(some)); }

        byte[] hashOfFile(Path path) throws Exception { return hash(Files.readAllBytes(path)); }
      }
      """;

  @BeforeAll
  static void label() {
    Snippet classes = Snippet.compile(LIBRARY, PROGRAM).rootsIn("app");
    Linked linked = Linked.of(ProgramReader.read(classes), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(method.ref().name(), costs.label(method));
    }
  }

  @Test
  void a_wait_behind_many_conditions_of_a_library_is_not_believed() {
    assertEquals(Bound.LIGHT, LABELS.get("behindFourConditions").bound());
    assertEquals(Bound.IO, LABELS.get("onBothWays").bound());
  }

  @Test
  void guesses_within_guesses_of_a_library_do_not_outweigh_a_wait() {
    assertEquals(Bound.IO, bound("linkAndWait"));
  }

  @Test
  void what_is_known_of_a_library_keeps_its_weight() {
    Tally tally = new Tally();
    tally.add(Kind.CRYPTO, new Interval(5e7, 8e7, 2e8), 0, () -> null, 1);
    tally.add(Kind.MATHS, new Interval(1, 5e8, 1e18), 0, () -> null, 1);
    Tally believed = Strangers.believed(tally);
    assertEquals(8e7, believed.part(Kind.CRYPTO).middle());
    assertTrue(believed.part(Kind.MATHS).middle() < 1e5, () -> "" + believed.part(Kind.MATHS));
  }

  @Test
  void what_is_little_stays_as_it_is() {
    Tally tally = new Tally();
    tally.add(Kind.MATHS, new Interval(1, 500, 1e18), 0, () -> null, 1);
    assertEquals(500, Strangers.believed(tally).cpu.middle());
  }

  @Test
  void an_enum_has_as_many_values_as_it_has_constants() {
    assertEquals(Bound.LIGHT, bound("colours"));
    assertEquals(Bound.CPU, bound("given"));
  }

  @Test
  void what_an_object_is_asked_for_by_name_is_a_part_of_it() {
    assertEquals(Bound.LIGHT, bound("actions"));
  }

  @Test
  void folders_fields_and_words_are_few() {
    assertEquals(Bound.LIGHT, bound("folders"));
    assertEquals(Bound.LIGHT, bound("fields"));
    assertEquals(Bound.LIGHT, bound("words"));
  }

  @Test
  void what_one_of_many_inherits_belongs_to_it() {
    assertEquals(Bound.LIGHT, bound("sorted"));
  }

  @Test
  void a_wrapped_task_is_the_one_that_was_wrapped_here() {
    assertEquals(Bound.IO, bound("sleepThrough"));
    assertEquals(Bound.LIGHT, bound("look"));
  }

  @Test
  void a_text_that_is_hashed_is_shorter_than_a_file() {
    assertTrue(cpu("hashOfText") < cpu("hashOfFile") / 10);
  }

  private static Bound bound(String method) {
    return LABELS.get(method).bound();
  }

  private static double cpu(String method) {
    return LABELS.get(method).cost().orElseThrow().cpu().middle();
  }
}
