package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {

  private static final int MANY = 10_000;

  @Test
  void equal_things_have_one_number_and_the_first_of_them_comes_back() {
    Pool pool = new Pool();
    List<Object> first = things();
    List<Integer> numbers = new ArrayList<>();
    first.forEach(thing -> numbers.add(pool.of(thing)));
    List<Integer> again = new ArrayList<>();
    things().forEach(thing -> again.add(pool.of(thing)));
    pool.complete();

    assertEquals(numbers, again);
    assertEquals(2 * MANY, numbers.stream().distinct().count());
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i), pool.get(numbers.get(i)));
    }
  }

  /** Different sorts of things. */
  private static List<Object> things() {
    List<Object> things = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      things.add("text " + i);
      things.add(new FieldRef("a.B", "field " + i % 100, "type " + i));
    }
    return things;
  }
}
