package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TableTest {

  /** All in the same place: each search has to go on. */
  private record Crowded(int number) {
    @Override
    public int hashCode() {
      return number % 2;
    }
  }

  @Test
  void answers_are_found_however_many_there_are_and_wherever_they_had_to_go() {
    Table<Crowded, Integer> table = new Table<>();
    for (int i = 0; i < 1_000; i++) {
      table.put(new Crowded(i), i);
    }
    for (int i = 0; i < 1_000; i++) {
      assertEquals(i, table.get(new Crowded(i)));
    }
    assertNull(table.get(new Crowded(1_000)));
  }

  @Test
  void the_last_answer_holds() {
    Table<String, String> table = new Table<>();
    table.put("a", "first");
    table.put("a", "last");

    assertEquals("last", table.get("a"));
    assertEquals("last", table.computeIfAbsent("a", question -> "later"));
  }

  @Test
  void finding_an_answer_may_ask_for_others() {
    Table<Integer, Integer> sums = new Table<>();

    assertEquals(5_050, sum(sums, 100));
    assertEquals(45, sums.get(9));
  }

  private static int sum(Table<Integer, Integer> sums, int to) {
    return to == 0 ? 0 : sums.computeIfAbsent(to, all -> all + sum(sums, all - 1));
  }
}
