package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final Object LOCK = new Object();

  @Test
  void the_flight_recorder_names_the_lock_and_the_line_that_threads_wait_for() throws Exception {
    Witness witness;
    try (FlightWatch watch = FlightWatch.start()) {
      contend();
      witness = Witness.parse(watch.saw());
    }
    assertEquals("java.lang.Object", witness.lock(), witness.toString());
    assertEquals("takes", witness.method());
    assertTrue(witness.isIn(Set.of(WitnessTest.class.getName())), witness.toString());
    assertFalse(witness.isIn(Set.of("shop.Cart")));
  }

  @Test
  void what_takes_a_small_part_of_the_window_proves_nothing() {
    Witness brief =
        Witness.parse("jdk.JavaMonitorEnter java.lang.Object shop.Cart total 12 1000000");
    assertFalse(brief.saw(100e6));
    assertTrue(brief.saw(10e6));
    assertEquals(
        "monitor of java.lang.Object, waited for 1 ms in shop.Cart.total (line 12)",
        brief.inWords());
    assertFalse(Witness.parse("nothing").saw(0));
  }

  @Test
  void only_a_recorder_that_looked_saw_nothing_or_something_else() {
    WindowPlan plan = new WindowPlan(100, 1, 1, 2, Duration.ofSeconds(1), 1000);
    Testimony none = new Testimony(Optional.empty(), Set.of("shop.Cart"), plan);
    assertFalse(none.sawNothing());
    assertEquals("", none.inWords());
    Testimony nothing = none.of(Witness.parse("nothing"));
    assertTrue(nothing.sawNothing());
    assertFalse(nothing.contradicts());
    Testimony other =
        none.of(Witness.parse("jdk.JavaMonitorEnter java.lang.Object shop.Till open 12 90000000"));
    assertFalse(other.sawNothing());
    assertTrue(other.contradicts());
  }

  /** One thread holds the lock until the other is seen waiting for it, and for a moment more. */
  private static void contend() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              held.countDown();
              takes();
            });
    synchronized (LOCK) {
      other.start();
      held.await();
      while (other.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      long end = System.nanoTime() + 5_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    other.join();
  }

  private static void takes() {
    synchronized (LOCK) {
      LOCK.notifyAll();
    }
  }
}
