package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Interval;
import org.junit.jupiter.api.Test;

class SizesTest {

  private static final Interval STEP = Interval.within(10, 2);

  @Test
  void one_loop_over_a_collection_multiplies_in_full() {
    assertEquals(10 * Sizes.ELEMENTS.middle(), Sizes.repeated(STEP, Sizes.ELEMENTS).middle(), 1e-6);
  }

  @Test
  void every_further_guess_multiplies_less() {
    Interval one = Sizes.repeated(STEP, Sizes.ELEMENTS);
    Interval two = Sizes.repeated(one, Sizes.ELEMENTS);
    Interval three = Sizes.repeated(two, Sizes.ELEMENTS);
    double second = two.middle() / one.middle();
    double third = three.middle() / two.middle();
    assertTrue(second > 1 && second < Sizes.ELEMENTS.middle(), "second " + second);
    assertTrue(third > 1 && third < second, "third " + third);
  }

  @Test
  void the_bounds_stay_those_of_the_product() {
    Interval two = Sizes.repeated(Sizes.repeated(STEP, Sizes.ELEMENTS), Sizes.ELEMENTS);
    double most = Sizes.ELEMENTS.high();
    assertEquals(STEP.high() * most * most, two.high(), 1);
    assertTrue(two.low() <= STEP.low());
  }

  @Test
  void what_is_known_multiplies_in_full() {
    Interval uncertain = new Interval(1, 1e3, 1e9);
    assertEquals(1e5, Repeats.of(100).of(uncertain).middle(), 1e-6);
    double numbers = Sizes.NUMBERS.middle();
    Interval all = Repeats.ONCE.withinNumbers(Sizes.NUMBERS).of(uncertain);
    assertEquals(1e3 * numbers, all.middle(), 1e-6);
  }

  @Test
  void a_third_loop_over_numbers_through_calls_multiplies_less() {
    Interval two = new Interval(1, 1e6, 1e14);
    Interval three = Repeats.ONCE.withinNumbers(Sizes.NUMBERS).of(two);
    assertTrue(three.middle() < two.middle() * Sizes.NUMBERS.middle(), three::toString);
  }
}
