package dev.concur.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept comes back as it was, or not at all. */
class RecordStoreTest {

  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> shapes) implements Shape {}

  record Everything(
      String text,
      int number,
      long large,
      boolean yes,
      Colour colour,
      Optional<Shape> shape,
      OptionalInt some,
      OptionalDouble none,
      Set<Colour> colours,
      Map<String, List<Shape>> named) {}

  record Loose(Object any) {}

  private static final Circle CIRCLE = new Circle(Math.PI);

  private static final Everything FULL =
      new Everything(
          "Grüße, 漢字",
          -1,
          Long.MIN_VALUE,
          true,
          Colour.GREEN,
          Optional.of(new Group(List.of(CIRCLE, CIRCLE))),
          OptionalInt.of(Integer.MIN_VALUE),
          OptionalDouble.empty(),
          new TreeSet<>(Set.of(Colour.RED)),
          Map.of("a", List.of(CIRCLE), "", List.of()));

  @TempDir private Path folder;

  private RecordStore<Everything> store() {
    return new RecordStore<>(folder.resolve("new"), Everything.class);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      return files.reduce((a, b) -> a.resolve("two files: " + b)).orElseThrow();
    }
  }

  @Test
  void a_record_comes_back_equal() throws IOException {
    store().keep("k", FULL);
    assertEquals(Optional.of(FULL), store().find("k"));
  }

  @Test
  void what_was_one_object_comes_back_as_one() throws IOException {
    store().keep("k", FULL);
    Group group = (Group) store().find("k").orElseThrow().shape().orElseThrow();
    assertSame(group.shapes().get(0), group.shapes().get(1));
  }

  @Test
  void another_key_finds_nothing() throws IOException {
    store().keep("k", FULL);
    assertEquals(Optional.empty(), store().find("other"));
  }

  @Test
  void a_file_cut_off_anywhere_is_not_found() throws IOException {
    store().keep("k", FULL);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int length = 0; length < whole.length; length++) {
      Files.write(onlyFile(), java.util.Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), store().find("k"), "cut at " + length);
    }
  }

  @Test
  void a_file_with_any_byte_changed_is_not_found() throws IOException {
    store().keep("k", FULL);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x41;
      Files.write(onlyFile(), damaged);
      assertEquals(Optional.empty(), store().find("k"), "damaged at " + at);
    }
  }

  @Test
  void the_longest_unused_go_first() throws IOException {
    for (int i = 0; i < RecordStore.MOST; i++) {
      store().keep("k" + i, FULL);
      Files.setLastModifiedTime(
          folder.resolve("new/k" + i + ".kept"), FileTime.fromMillis(1_000L * (i + 1)));
    }
    Files.writeString(folder.resolve("new/mine.txt"), "of somebody else");
    assertTrue(store().find("k0").isPresent(), "looking at it uses it");
    store().keep("new", FULL);
    assertTrue(store().find("k0").isPresent());
    assertEquals(Optional.empty(), store().find("k1"));
    assertTrue(Files.exists(folder.resolve("new/mine.txt")));
  }

  @Test
  void a_record_without_fixed_form_is_refused_at_once() {
    assertThrows(IllegalArgumentException.class, () -> new RecordStore<>(folder, Loose.class));
  }
}
