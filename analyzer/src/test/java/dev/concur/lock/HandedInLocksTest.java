package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Locks that an object was given, and locks that are taken and given back by another method. */
class HandedInLocksTest {

  @Test
  void a_lock_given_by_an_object_that_serves_many_is_shared() {
    assertEquals(GilLike.COMPUTE, Found.in(till("TicketStore")).gil("field Till.lock"));
  }

  @Test
  void a_lock_given_from_anywhere_is_each_object_s_own_matter() {
    assertEquals(
        Scope.PER_INSTANCE, Found.in(till("Ticket")).lock("field Till.lock").lock().scope());
  }

  @Test
  void a_lock_given_back_around_a_wait_in_a_callee_is_still_held_after_it() {
    Found found =
        Found.in(
            ledger(
                "while (full()) { LOCK.unlock(); try { rest(); } finally { LOCK.lock(); } }",
                "LOCK.unlock();"));
    assertEquals(GilLike.COMPUTE, found.gil("static Ledger.LOCK"));
  }

  @Test
  void a_lock_that_a_callee_gives_back_for_good_does_not_cover_what_follows() {
    assertEquals(GilLike.NO, Found.in(ledger("LOCK.unlock();", "")).gil("static Ledger.LOCK"));
  }

  private static String till(String given) {
    return """
        public class Till {
          public static class %1$s {}
          private final %1$s lock;
          public Till(%1$s lock) { this.lock = lock; }
          %2$s
          public byte[] ring(byte[] sum) {
            synchronized (lock) { return digest(digest(digest(sum))); }
          }
        }
        """
        .formatted(given, Found.DIGEST);
  }

  private static String ledger(String makeRoom, String atLast) {
    return """
        import java.util.concurrent.locks.*;
        public class Ledger {
          static final ReentrantLock LOCK = new ReentrantLock();
          static int lines;
          static boolean full() { return lines > 9; }
          static void rest() { Thread.onSpinWait(); }
          static void makeRoom() { %s }
          %s
          public static void enter(byte[] line) {
            LOCK.lock();
            try { makeRoom(); digest(digest(digest(line))); lines++; }
            finally { %s }
          }
        }
        """
        .formatted(makeRoom, Found.DIGEST, atLast);
  }
}
