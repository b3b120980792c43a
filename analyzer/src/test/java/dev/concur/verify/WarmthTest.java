package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WarmthTest {

  @Test
  void a_jvm_is_warm_when_it_hardly_compiles_and_grows_no_faster() {
    Warmth warmth = new Warmth();
    warmth.add(window(100, 60));
    assertFalse(warmth.steady());
    warmth.add(window(180, 40));
    assertFalse(warmth.steady());
    warmth.add(window(240, 2));
    assertFalse(warmth.steady());
    warmth.add(window(242, 1));
    assertTrue(warmth.steady());
  }

  private static Window window(double rate, long compileMillis) {
    return new Window(rate, 50, 0, compileMillis, 0, 107, 1);
  }
}
