package dev.concur.read;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were asked for lately, as many as there is room for. There are two generations: when
 * the younger one is full, the older one goes, and what is asked for from then on comes back from
 * it. Whoever finds no answer finds it out again. One thread at a time.
 *
 * @param <K> the questions
 * @param <V> the answers
 */
public final class Generations<K, V> {

  private final int most;
  private Table<K, V> young = new Table<>();
  private Table<K, V> old = new Table<>();

  /** One with room for so many answers in each generation. */
  public Generations(int most) {
    this.most = Math.max(1, most);
  }

  /**
   * One that may take a part of the heap.
   *
   * @param part 8 for an eighth
   * @param bytes what an answer takes with its question, about
   */
  public static <K, V> Generations<K, V> within(int part, int bytes) {
    long room = Room.part(part) / bytes / 2;
    return new Generations<>((int) Math.min(Integer.MAX_VALUE, room));
  }

  /** The answer; null when there is none any more. */
  public @Nullable V get(K question) {
    V answer = young.get(question);
    if (answer == null && old.size() > 0) {
      answer = old.get(question);
      if (answer != null) {
        put(question, answer);
      }
    }
    return answer;
  }

  /** The answer, found out now when there is none; finding it may ask other questions. */
  public V computeIfAbsent(K question, Function<? super K, ? extends V> find) {
    V answer = get(question);
    if (answer == null) {
      answer = Objects.requireNonNull(find.apply(question));
      put(question, answer);
    }
    return answer;
  }

  /** Notes an answer. */
  public void put(K question, V answer) {
    if (young.size() >= most) {
      old = young;
      young = new Table<>();
    }
    young.put(question, answer);
  }
}
