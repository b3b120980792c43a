package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LullTest {

  private static final Budget PLENTY = Budget.of(Duration.ofMinutes(1));
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Test
  void after_one_wait_in_vain_a_glance_has_to_do() {
    Lull never = new Lull(new LoadGate(-1, PATIENCE));
    assertTrue(waitedMillis(never) >= 1200, "it did not wait for a quieter moment");
    assertTrue(never.missed());
    assertTrue(waitedMillis(never) < 1200, "it waited a second time");
    never.hopeAgain();
    assertTrue(waitedMillis(never) >= 1200, "it did not get its patience back");
  }

  @Test
  void a_quiet_moment_is_not_missed() {
    Lull always = new Lull(new LoadGate(1, PATIENCE));
    always.await(PLENTY);
    assertFalse(always.missed());
  }

  @Test
  void it_says_how_busy_the_machine_was() {
    assertEquals(
        "machine busy (run-delay 0.80, limit 0.25): try again when nothing else runs",
        new Lull(LoadGate.USUAL).reason(.8));
  }

  private static long waitedMillis(Lull lull) {
    long start = System.nanoTime();
    lull.await(PLENTY);
    return (System.nanoTime() - start) / 1_000_000;
  }
}
