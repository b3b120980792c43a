package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.verify.Sweep.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

  /** Baseline takes the wait; the advised way an eighth of it, and 50 us on top. */
  private static Point point(double wait) {
    return point(wait, 8);
  }

  private static Point point(double wait, int tasks) {
    return new Point(wait, tasks, 1e9 / wait, 1e9 / (wait / tasks + 50e3));
  }

  @Test
  void the_break_even_is_where_both_take_equally_long() {
    Sweep sweep = new Sweep(List.of(point(500e3), point(5e6), point(50e6)));
    assertTrue(sweep.holds());
    assertEquals(50e3 / (1 - 1.0 / 8), sweep.breakEven().getAsDouble(), 1);
    assertEquals(
        "4.44x at 500 us, 7.41x at 5 ms, 7.94x at 50 ms; break-even at 57 us", sweep.inWords());
  }

  @Test
  void fewer_tasks_in_a_batch_are_said_to_bound_the_gain() {
    Sweep sweep = new Sweep(List.of(point(5e6, 16), point(50e6, 4)));
    assertTrue(sweep.inWords().startsWith("13.8x at 5 ms, 3.98x at 50 ms (batches of 4);"));
  }

  @Test
  void a_gain_that_vanishes_with_short_waits_does_not_hold() {
    assertFalse(new Sweep(List.of(point(50e3), point(500e3), point(5e6))).holds());
  }

  @Test
  void what_pays_without_any_wait_has_no_break_even() {
    Sweep sweep =
        new Sweep(
            List.of(
                new Point(1e3, 8, 1e9 / 21e3, 1e9 / 11e3),
                new Point(1e6, 8, 1e9 / 1.02e6, 1e9 / .51e6)));
    assertTrue(sweep.breakEven().isEmpty());
  }
}
