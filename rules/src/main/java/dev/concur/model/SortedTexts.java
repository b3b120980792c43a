package dev.concur.model;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;

/**
 * Texts in their order, each once, in one array: four bytes for each of them beside the text, where
 * a tree takes forty. Never changes.
 */
public final class SortedTexts extends AbstractSet<String> {

  private final String[] texts;

  private SortedTexts(String[] texts) {
    this.texts = texts;
  }

  /** These texts; the same set where they are one already. */
  public static Set<String> of(Collection<String> texts) {
    if (texts instanceof SortedTexts sorted) {
      return sorted;
    }
    return texts.isEmpty()
        ? Set.of()
        : new SortedTexts(texts.stream().sorted().distinct().toArray(String[]::new));
  }

  @Override
  public boolean contains(Object text) {
    return text instanceof String asked && Arrays.binarySearch(texts, asked) >= 0;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.asList(texts).iterator();
  }

  @Override
  public int size() {
    return texts.length;
  }
}
