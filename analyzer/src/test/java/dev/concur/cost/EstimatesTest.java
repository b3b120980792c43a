package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is taken for much work and what for little, where only its shape can tell. */
class EstimatesTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package shapes;

      import java.awt.image.BufferedImage;
      import java.security.MessageDigest;
      import java.util.*;

      public class Shapes {
        static final class Node { Node left; Node right; int value; }

        boolean subset(int[] numbers, int at, int target) {
          if (target == 0) return true;
          if (at == numbers.length || target < 0) return false;
          return subset(numbers, at + 1, target - numbers[at]) || subset(numbers, at + 1, target);
        }

        void towers(int disks, int[] moves) {
          if (disks == 0) return;
          towers(disks - 1, moves);
          moves[0]++;
          towers(disks - 1, moves);
        }

        int sum(Node node, int depth) {
          return node == null
              ? 0
              : node.value * depth + sum(node.left, depth + 1) + sum(node.right, depth + 1);
        }

        int measure(char[] word, int end) {
          int syllables = 0;
          int at = 0;
          while (true) {
            while (true) {
              if (at > end) return syllables;
              if (vowel(word[at])) break;
              at++;
            }
            at++;
            syllables++;
            while (true) {
              if (at > end) return syllables;
              if (!vowel(word[at])) break;
              at++;
            }
            at++;
          }
        }

        private static boolean vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

        int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); }

        int vowels(String word) {
          int count = 0;
          for (char c : word.toCharArray()) {
            if ("aeiou".indexOf(c) >= 0) count++;
          }
          return count;
        }

        List<String> cells(String text) {
          List<String> cells = new ArrayList<>();
          StringBuilder cell = new StringBuilder();
          for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '\\n') {
              cells.add(cell.toString());
              cell.setLength(0);
            } else {
              cell.append(c);
            }
          }
          return cells;
        }

        Map<String, Integer> words(String text) {
          Map<String, Integer> counts = new HashMap<>();
          for (String word : text.split(" ")) {
            counts.merge(word, 1, Integer::sum);
          }
          return counts;
        }

        Map<String, String> fields(String line) {
          Map<String, String> fields = new HashMap<>();
          for (String part : line.split(";")) {
            fields.put(part.substring(0, 1), part.substring(1));
          }
          return fields;
        }

        int sumOf(byte[] content) {
          int sum = 0;
          for (byte one : content) sum = sum * 31 + one;
          return sum;
        }

        int shortSum(byte[] content) throws Exception {
          int sum = 0;
          for (byte one : MessageDigest.getInstance("SHA-256").digest()) sum = sum * 31 + one;
          return sum;
        }

        int[] histogram(BufferedImage image) {
          int[] counts = new int[256];
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) counts[image.getRGB(x, y) & 255]++;
          }
          return counts;
        }

        void insertion(List<String> names) {
          for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            int j = i - 1;
            while (j >= 0 && names.get(j).compareTo(name) > 0) {
              names.set(j + 1, names.get(j));
              j--;
            }
            names.set(j + 1, name);
          }
        }

        private final Map<Integer, Long> known = new HashMap<>();

        long stairs(int n) {
          if (n < 2) return 1;
          Long before = known.get(n);
          if (before != null) return before;
          long ways = stairs(n - 1) + stairs(n - 2);
          known.put(n, ways);
          return ways;
        }

        int found(String text) {
          java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("[a-z]+").matcher(text);
          int found = 0;
          while (matcher.find()) found++;
          return found;
        }

        byte[] kept(java.io.Serializable value) throws java.io.IOException {
          java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
          new java.io.ObjectOutputStream(bytes).writeObject(value);
          return bytes.toByteArray();
        }

        byte[] keptWord(String word) throws java.io.IOException {
          java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
          new java.io.ObjectOutputStream(bytes).writeObject(word);
          return bytes.toByteArray();
        }

        String[] sorted(String[] names) {
          Arrays.sort(names, String.CASE_INSENSITIVE_ORDER);
          return names;
        }

        String matcher() { return "an expression of its own"; }

        String[] namedLikeTheJdk() { return matcher().split(" "); }

        Set<Integer> reached(Map<Integer, List<Integer>> links, int start) {
          Set<Integer> seen = new HashSet<>();
          Deque<Integer> open = new ArrayDeque<>();
          open.push(start);
          while (!open.isEmpty()) {
            for (int next : links.get(open.pop())) {
              if (seen.add(next)) open.push(next);
            }
          }
          return seen;
        }

        void deepen(List<String> levels, int level) {
          for (int at = levels.size(); at <= level; at++) levels.add(levels.get(at - 1) + "  ");
        }

        private java.net.ServerSocket socket;

        void serve(int port) throws java.io.IOException {
          if (socket != null) throw new IllegalStateException("serves already");
          socket = new java.net.ServerSocket(port);
          while (!socket.isClosed()) socket.accept().close();
        }

        byte[] digest(java.io.File file) throws Exception {
          MessageDigest digest = MessageDigest.getInstance("SHA-256");
          try (java.io.InputStream in = new java.io.FileInputStream(file)) {
            byte[] block = new byte[1024];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
              digest.update(block, 0, read);
            }
          }
          return digest.digest();
        }

        static String plain(String word) {
          return java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFC);
        }

        List<String> plain(String first, String... more) {
          return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), Arrays.stream(more))
              .map(Shapes::plain)
              .toList();
        }

        static final class Cookie { String name; }

        List<String> ofCookies(Collection<Cookie> all) {
          List<String> names = new ArrayList<>();
          for (Cookie cookie : all) names.add(plain(cookie.name));
          return names;
        }

        int opened(boolean typed) throws java.io.IOException {
          java.io.InputStream in = typed ? System.in : new java.io.FileInputStream("words.txt");
          return in.read(new byte[8192]);
        }
      }
      """;

  @BeforeAll
  static void label() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    linked.roots().stream()
        .filter(method -> !method.isAbstract())
        .forEach(method -> LABELS.put(name(method), costs.label(method)));
  }

  /** A method called matcher need not have an argument. */
  @Test
  void names_of_the_jdk_may_be_anyone_s() {
    light("namedLikeTheJdk");
  }

  private static String name(MethodFacts method) {
    return method.ref().name();
  }

  private static void computes(String method) {
    Label label = LABELS.get(method);
    assertEquals(Bound.CPU, label.bound(), () -> method + ": " + label);
  }

  private static void computes(String method, Kind kind) {
    computes(method);
    assertEquals(kind, LABELS.get(method).kinds().iterator().next(), method);
  }

  private static void light(String method) {
    Label label = LABELS.get(method);
    assertEquals(Bound.LIGHT, label.bound(), () -> method + ": " + label);
  }

  @Test
  void a_loop_from_find_to_find_goes_through_the_text_once() {
    computes("found", Kind.TEXT);
    double nanos = LABELS.get("found").cost().orElseThrow().cpu().middle();
    assertTrue(nanos < 1e6, () -> "computes " + nanos + " ns");
  }

  @Test
  void what_a_helper_serializes_for_everybody_is_a_graph() {
    computes("kept", Kind.SERIALIZATION);
    light("keptWord");
  }

  @Test
  void trying_all_ways_is_much_work() {
    computes("subset");
    computes("towers");
  }

  @Test
  void walking_a_tree_or_dividing_down_is_little() {
    light("sum");
    light("gcd");
  }

  @Test
  void what_is_remembered_is_computed_once() {
    light("stairs");
  }

  @Test
  void a_word_is_short_and_a_text_is_long() {
    light("vowels");
    light("fields");
    computes("cells", Kind.TEXT);
    computes("words");
  }

  @Test
  void bytes_are_a_file_unless_they_are_a_digest() {
    computes("sumOf");
    light("shortSum");
  }

  @Test
  void pixels_are_images_and_shifted_elements_are_sorted() {
    computes("histogram", Kind.IMAGE);
    computes("insertion", Kind.SORT);
  }

  @Test
  void comparators_of_the_jdk_are_no_unknown_callbacks() {
    computes("sorted", Kind.SORT);
  }

  @Test
  void working_off_a_stack_is_no_miss_of_a_cache() {
    computes("reached");
  }

  @Test
  void what_is_filled_up_grows_by_a_few() {
    light("deepen");
  }

  @Test
  void loops_that_move_the_place_of_the_loop_around_them_go_through_the_data_once() {
    assertTrue(
        LABELS.get("measure").cost().orElseThrow().cpu().middle() < 60_000,
        LABELS.get("measure")::toString);
  }

  @Test
  void whoever_gets_past_a_refusal_does_all_the_work() {
    assertEquals(Bound.IO, LABELS.get("serve").bound());
  }

  @Test
  void small_blocks_are_the_more() {
    assertEquals(Bound.MIXED, LABELS.get("digest").bound());
  }

  @Test
  void what_is_written_out_is_few_as_a_stream_too() {
    light("plain");
  }

  @Test
  void a_collection_of_cookies_is_small() {
    light("ofCookies");
  }

  @Test
  void nobody_types_what_is_mostly_read_from_a_file() {
    assertTrue(!LABELS.get("opened").kinds().contains(Kind.INPUT), LABELS.get("opened")::toString);
  }
}
