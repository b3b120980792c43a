package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.concur.model.Interval;
import org.junit.jupiter.api.Test;

class TemperedTest {

  private static final double NEARLY = 1e-3;

  @Test
  void what_takes_as_long_as_methods_take_stays() {
    Interval usual = new Interval(1e3, 3e6, 1e12);
    assertSame(usual, computing(usual));
    assertSame(usual, waiting(usual));
  }

  @Test
  void of_the_decades_beyond_a_part_is_believed() {
    Interval guessed = new Interval(1e3, 3e8, 1e12);
    Interval drawn = computing(guessed);
    assertEquals(3e6 * Math.pow(100, 0.6), drawn.middle(), NEARLY * drawn.middle());
    assertEquals(1e3, drawn.low());
    assertEquals(1e12, drawn.high());
  }

  @Test
  void the_lower_bound_is_never_above_what_is_believed() {
    Interval drawn = waiting(new Interval(9e9, 1e10, 1e12));
    assertEquals(drawn.middle(), drawn.low());
  }

  @Test
  void a_sleep_of_a_minute_stays_a_minute() {
    Interval minute = Interval.of(6e10);
    assertSame(minute, waiting(minute));
    Interval hash = Interval.within(8e7, 10);
    assertSame(hash, computing(hash));
  }

  @Test
  void two_that_are_drawn_back_stay_as_far_apart() {
    Interval computing = new Interval(1e3, 3e8, 1e12);
    Interval waiting = new Interval(1e3, 1e8, 1e12);
    Tempered both = Tempered.of(computing, waiting);
    assertEquals(3e6 * Math.pow(100, 0.6), both.computing().middle(), NEARLY * 1e8);
    assertEquals(both.computing().middle() / 3, both.waiting().middle(), NEARLY * 1e8);
  }

  private static Interval computing(Interval nanos) {
    return Tempered.of(nanos, Interval.ZERO).computing();
  }

  private static Interval waiting(Interval nanos) {
    return Tempered.of(Interval.ZERO, nanos).waiting();
  }
}
