package dev.concur.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Interval;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void a_wait_that_is_made_once_is_said_as_it_is() {
    assertEquals("5.0 ms", Words.estimate(new Interval(1e6, 5e6, 5e7)));
    assertEquals("5.0 ms", Words.estimate(new Interval(1e5, 5e6, 5e7)));
  }

  @Test
  void one_that_nobody_knows_how_often_it_is_made_is_said_to_be_a_guess() {
    assertEquals(
        "more than 1 s (a guess: at least 1.0 ms)", Words.estimate(new Interval(1e6, 5e9, 5e12)));
    assertEquals("27 ms (a guess: at least 70 us)", Words.estimate(new Interval(7e4, 2.7e7, 1e12)));
  }
}
