package dev.concur.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Bound;
import dev.concur.model.Cost;
import dev.concur.model.Interval;
import dev.concur.model.Provenance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would change a verdict is said with the figure at which it would. */
class TippingTest {

  private static List<String> words(double waiting, double computing) {
    Cost cost = new Cost(Interval.of(computing), Interval.of(waiting), Provenance.DERIVED);
    return new Tipping(Bound.of(waiting, computing), cost).words();
  }

  @Test
  void a_light_method_would_have_to_compute_or_wait() {
    List<String> words = words(0, 1_000);
    assertEquals(2, words.size());
    assertTrue(words.get(0).matches("cpu from 5[0-3] us of computing"), words::toString);
    assertTrue(words.get(1).matches("io from 2[0-2] us of waiting"), words::toString);
  }

  @Test
  void a_waiting_method_would_have_to_compute_more_or_wait_less() {
    List<String> words = words(5e6, 1e5);
    assertTrue(words.get(0).startsWith("mixed from 1.3 ms"), words::toString);
    assertTrue(words.stream().anyMatch(word -> word.endsWith("of waiting")), words::toString);
  }

  @Test
  void what_nothing_near_would_change_is_not_said_to_change() {
    assertEquals(List.of(), words(1e12, 0).stream().filter(w -> w.startsWith("light")).toList());
  }
}
