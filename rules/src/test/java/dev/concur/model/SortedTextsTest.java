package dev.concur.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedTextsTest {

  @Test
  void texts_are_what_a_sorted_set_of_them_is() {
    List<String> given = List.of("b", "a", "c", "a");
    Set<String> texts = SortedTexts.of(given);
    assertEquals(new TreeSet<>(given), texts);
    assertEquals(texts, new TreeSet<>(given));
    assertEquals(List.of("a", "b", "c"), List.copyOf(texts));
    assertEquals(Set.of("c", "b", "a").hashCode(), texts.hashCode());
    assertTrue(texts.containsAll(given));
    assertFalse(texts.contains("d"));
    assertEquals(Set.of(), SortedTexts.of(List.of()));
    assertSame(texts, SortedTexts.of(texts));
  }

  @Test
  void nobody_changes_them() {
    Set<String> texts = SortedTexts.of(List.of("a"));
    assertThrows(UnsupportedOperationException.class, () -> texts.add("b"));
    assertThrows(UnsupportedOperationException.class, () -> texts.remove("a"));
    assertThrows(UnsupportedOperationException.class, texts::clear);
  }
}
