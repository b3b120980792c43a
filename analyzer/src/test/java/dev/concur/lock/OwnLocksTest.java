package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** Programs with a kind of lock of their own beside those of the JDK, and locks within locks. */
class OwnLocksTest {

  private static final String REMOTE =
      """
      import java.util.concurrent.TimeUnit;
      import java.util.concurrent.locks.*;
      public class Remote implements Lock {
        static void ask() {
          try { new java.net.Socket("host", 1).close(); }
          catch (java.io.IOException e) { throw new IllegalStateException(e); }
        }
        public static Lock make() { return new Remote(); }
        public void lock() { ask(); }
        public void lockInterruptibly() { ask(); }
        public boolean tryLock() { ask(); return true; }
        public boolean tryLock(long time, TimeUnit unit) { ask(); return true; }
        public void unlock() { ask(); }
        public Condition newCondition() { return null; }
      }
      """;

  @Test
  void a_lock_that_was_made_as_one_of_the_jdk_does_nothing_of_the_program() {
    assertEquals(GilLike.NO, Found.in(REMOTE, outer("new ReentrantLock()")).gil("class Counter"));
  }

  @Test
  void a_lock_that_was_made_as_the_program_s_own_does_what_that_does() {
    assertEquals(GilLike.TOTAL, Found.in(REMOTE, outer("new Remote()")).gil("class Counter"));
  }

  private static String outer(String made) {
    return """
        import java.util.concurrent.locks.*;
        public class Counter {
          private static final Lock LOCK = %s;
          private static int n;
          public static synchronized void count() {
            LOCK.lock(); try { n++; } finally { LOCK.unlock(); }
          }
        }
        """
        .formatted(made);
  }

  @Test
  void a_lock_that_is_held_already_changes_no_order_when_it_is_taken_again() {
    assertFalse(inverted("synchronized (ONE) { synchronized (TWO) { one(); } }"));
  }

  @Test
  void two_locks_taken_one_way_and_the_other_are_both_noted() {
    assertTrue(inverted("synchronized (TWO) { one(); }"));
  }

  private static boolean inverted(String body) {
    Found found =
        Found.in(
            """
            public class Pair {
              static final Object ONE = new Object();
              static final Object TWO = new Object();
              static int n;
              static void one() { synchronized (ONE) { n++; } }
              public static void there() { synchronized (ONE) { synchronized (TWO) { n++; } } }
              public static void back() { %s }
            }
            """
                .formatted(body));
    return found.lock("static Pair.TWO").order().containsKey("static Pair.ONE");
  }
}
