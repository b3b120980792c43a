package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void a_t_interval_agrees_with_the_table() {
    // Mean 2, standard deviation 1, t(.975; 2) = 4.3027.
    TInterval interval = TInterval.of(new double[] {1, 2, 3}, .95);
    assertEquals(2, interval.mean(), 1e-12);
    assertEquals(2 - 4.3027 / Math.sqrt(3), interval.low(), 1e-3);
    assertEquals(2 + 4.3027 / Math.sqrt(3), interval.high(), 1e-3);
  }

  @Test
  void one_number_says_nothing_about_spread() {
    TInterval interval = TInterval.of(new double[] {1}, .95);
    assertEquals(Double.POSITIVE_INFINITY, interval.high());
  }

  @Test
  void recorded_pairs_of_a_clear_effect_confirm_it_at_the_first_look() {
    assertEquals(Standing.HOLDS, judge(2, 1.95, 1.98, 1.93));
  }

  @Test
  void recorded_pairs_without_effect_contradict_a_predicted_gain() {
    assertEquals(Standing.CONTRADICTED, judge(2, .99, 1.01, 1.00, 1.01, .99));
  }

  @Test
  void three_pairs_that_differ_widely_do_not_decide() {
    assertEquals(Standing.OPEN, judge(2, 1.4, 1.9, 2.6));
  }

  @Test
  void a_third_of_the_predicted_gain_is_not_a_confirmation() {
    assertEquals(Standing.TOO_SMALL, judge(8, 1.50, 1.51, 1.49, 1.50, 1.50));
  }

  @Test
  void the_same_within_ten_percent_confirms_that_nothing_is_gained() {
    assertEquals(Standing.HOLDS, judge(1, 1.02, 1.01, 1.02, 1.01, 1.02));
    assertEquals(Standing.CONTRADICTED, judge(1, 1.5, 1.51, 1.5, 1.51, 1.5));
  }

  @Test
  void a_predicted_slowdown_is_judged_in_its_direction() {
    assertEquals(Standing.HOLDS, judge(.7, .70, .71, .70, .71, .70));
    assertEquals(Standing.CONTRADICTED, judge(.7, 1.00, 1.01, 1.00, 1.01, 1.00));
  }

  @Test
  void looking_five_times_keeps_the_promised_rate_of_false_effects() {
    for (double spread : new double[] {.01, .02, .03, .05, .07, .10}) {
      double rate = falseEffects(spread, 4000, new Random(Math.round(1000 * spread)));
      System.out.printf("false effects at a spread of %.0f %%: %.4f%n", 100 * spread, rate);
      // .005 is promised; three standard errors of 4,000 trials are .0034.
      assertTrue(rate <= .0085, "rate " + rate + " at spread " + spread);
    }
  }

  @Test
  void a_gain_of_a_fifth_is_found_nearly_always_when_pairs_differ_by_three_percent() {
    Random random = new Random(11);
    int found = 0;
    for (int k = 0; k < 500; k++) {
      found += outcome(Math.log(1.2), 1.2, .03, random) == Standing.HOLDS ? 1 : 0;
    }
    assertTrue(found > 480, found + " of 500");
  }

  @Test
  void needed_pairs_grow_with_the_spread() {
    int few = TInterval.needed(.02, .1, .999);
    int many = TInterval.needed(.10, .1, .999);
    assertTrue(few < 8 && many > 12, few + " and " + many);
  }

  /** Share of null comparisons that end as "there is an effect". */
  static double falseEffects(double spread, int trials, Random random) {
    int wrong = 0;
    for (int k = 0; k < trials; k++) {
      double[] ratios = new double[Looks.PLANNED.most()];
      Arrays.setAll(ratios, i -> spread * random.nextGaussian());
      wrong += effectSeen(ratios) ? 1 : 0;
    }
    return (double) wrong / trials;
  }

  private static boolean effectSeen(double[] ratios) {
    for (int n : Looks.PLANNED.pairs()) {
      TInterval effect = Looks.PLANNED.forEffect(Arrays.copyOf(ratios, n));
      if (effect.low() > 0 || effect.high() < 0) {
        return true;
      }
    }
    return false;
  }

  static Standing outcome(double truth, double predicted, double spread, Random random) {
    double[] ratios = new double[Looks.PLANNED.most()];
    Arrays.setAll(ratios, i -> truth + spread * random.nextGaussian());
    for (int n : Looks.PLANNED.pairs()) {
      double[] sofar = Arrays.copyOf(ratios, n);
      Standing standing =
          Standing.of(predicted, Looks.PLANNED.forEffect(sofar), Looks.PLANNED.forSameness(sofar));
      if (standing != Standing.OPEN) {
        return standing;
      }
    }
    return Standing.OPEN;
  }

  private static Standing judge(double predicted, double... ratios) {
    double[] logs = Arrays.stream(ratios).map(Math::log).toArray();
    return Standing.of(predicted, Looks.PLANNED.forEffect(logs), Looks.PLANNED.forSameness(logs));
  }
}
