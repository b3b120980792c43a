package dev.concur.read;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers by question, kept for good, in a third of the memory of a hash map: questions and answers
 * lie side by side in one array, and who does not find his place free takes the next one (linear
 * probing: Knuth, TAOCP 3, 6.4, algorithm L). Nothing is ever taken out, and nobody goes through
 * all of it, so that it has no order. One thread at a time.
 *
 * @param <K> the questions
 * @param <V> the answers
 */
public final class Table<K, V> {

  private static final int FEWEST = 16;

  /** Spreads hashes that differ in few bits: 2^32 over the golden ratio (Knuth, 6.4). */
  private static final int GOLDEN = 0x9E3779B9;

  /** Questions at even places, the answer to each behind it. */
  private @Nullable Object[] places = new Object[2 * FEWEST];

  private int size;

  /** The answer; null when none is known. */
  @SuppressWarnings("unchecked")
  public @Nullable V get(K question) {
    return (V) places[place(question) + 1];
  }

  /** Notes an answer, whatever was noted before. */
  public void put(K question, V answer) {
    int at = place(question);
    if (places[at] == null) {
      places[at] = question;
      size++;
    }
    places[at + 1] = answer;
    // Two of three places taken: half of the searches end with the first look.
    if (size * 3L > places.length) {
      grow();
    }
  }

  /** The answer, found out now when none is known; finding it may ask the table. */
  public V computeIfAbsent(K question, Function<? super K, ? extends V> find) {
    V known = get(question);
    if (known == null) {
      known = Objects.requireNonNull(find.apply(question));
      put(question, known);
    }
    return known;
  }

  /** How many questions there are answers to. */
  int size() {
    return size;
  }

  private int place(Object question) {
    int mask = places.length / 2 - 1;
    int spread = question.hashCode() * GOLDEN;
    int at = (spread ^ spread >>> Short.SIZE) & mask;
    while (true) {
      Object there = places[2 * at];
      if (there == null || there.equals(question)) {
        return 2 * at;
      }
      at = (at + 1) & mask;
    }
  }

  private void grow() {
    @Nullable Object[] before = places;
    places = new Object[2 * before.length];
    for (int i = 0; i < before.length; i += 2) {
      Object question = before[i];
      if (question != null) {
        int at = place(question);
        places[at] = question;
        places[at + 1] = before[i + 1];
      }
    }
  }
}
