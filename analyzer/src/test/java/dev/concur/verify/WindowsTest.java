package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowsTest {

  @Test
  void what_slows_some_windows_hardly_moves_what_they_come_to() {
    assertEquals(100, Windows.typical(windows(100, 60)));
    assertEquals(100.5, Windows.typical(windows(99, 102, 70, 65, 100, 101, 99, 61)));
    assertEquals(101, Windows.typical(windows(100, 55, 101, 102, 60, 58)));
  }

  @Test
  void a_window_in_which_the_compiler_was_at_work_does_not_count() {
    Window compiling = new Window(300, 50, 0, 80, 0, 107, 1);
    assertEquals(100, Windows.typical(List.of(windows(100).get(0), compiling)));
    assertEquals(300, Windows.typical(List.of(compiling)), "better than none");
  }

  @Test
  void one_fast_window_is_asked_to_show_it_again() {
    assertFalse(Windows.agree(windows(100)));
    assertFalse(Windows.agree(windows(100, 80)));
    assertFalse(Windows.agree(windows(100, 80, 79, 81)));
    assertTrue(Windows.agree(windows(100, 80, 79, 97)));
  }

  @Test
  void playing_on_until_they_agree_favours_no_arm() {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    int pairs = 20_000;
    for (int k = 0; k < pairs; k++) {
      double baseline = Windows.typical(disturbed(random));
      double advised = Windows.typical(disturbed(random));
      sum += Math.log(advised / baseline);
    }
    assertEquals(0, sum / pairs, .003);
  }

  /** Every third is slowed by up to 40 %. */
  private static List<Window> disturbed(SplittableRandom random) {
    double[] rates = {};
    do {
      rates = Arrays.copyOf(rates, rates.length + 2);
      for (int k = rates.length - 2; k < rates.length; k++) {
        double slowed = random.nextInt(3) == 0 ? .4 * random.nextDouble() : 0;
        rates[k] = 100 * (1 - slowed) * (1 + .02 * (random.nextDouble() - .5));
      }
    } while (!Windows.agree(windows(rates)) && rates.length < 12);
    return windows(rates);
  }

  private static List<Window> windows(double... rates) {
    return Arrays.stream(rates).mapToObj(rate -> new Window(rate, 50, 0, 0, 0, 107, 1)).toList();
  }
}
