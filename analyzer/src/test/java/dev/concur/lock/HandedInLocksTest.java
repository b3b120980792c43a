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
  void a_jdk_lock_that_was_made_to_be_given_is_the_object_s_own() {
    assertEquals(Scope.PER_INSTANCE, gate());
  }

  private static Scope gate() {
    return Found.in(
            """
            import java.util.concurrent.locks.ReentrantLock;
            public class Gate {
              private final ReentrantLock bolt;
              private int passed;
              Gate(ReentrantLock bolt) { this.bolt = bolt; }
              public void pass() { bolt.lock(); try { passed++; } finally { bolt.unlock(); } }
            }
            """,
            """
            import java.util.concurrent.locks.ReentrantLock;
            public class Fence {
              private Gate gate() { return new Gate(new ReentrantLock()); }
              public void pass() { gate().pass(); }
            }
            """)
        .lock("field Gate.bolt")
        .lock()
        .scope();
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

  @Test
  void a_lock_got_from_what_was_given_is_that_one_s() {
    Found found =
        Found.in(
            """
            import java.util.concurrent.locks.*;
            public class Link {
              private final java.net.Socket wire = new java.net.Socket();
              private final ReentrantLock lock = new ReentrantLock();
              public ReentrantLock getLock() { return lock; }
              public int ask() throws java.io.IOException {
                lock.lock();
                try { wire.getOutputStream().write(1); return wire.getInputStream().read(); }
                finally { lock.unlock(); }
              }
            }
            """,
            """
            import java.util.concurrent.locks.*;
            public class Query {
              private final Link link;
              private final ReentrantLock lock;
              public Query(Link link) { this.link = link; this.lock = link.getLock(); }
              public int run() throws java.io.IOException {
                lock.lock();
                try { return link.ask(); } finally { lock.unlock(); }
              }
            }
            """);

    assertEquals(2, found.lock("field Link.lock").regions().size(), found.ids().toString());
  }

  @Test
  void a_lock_of_the_jdk_that_was_given_is_what_its_giver_has_too() {
    String query =
        """
        import java.util.concurrent.locks.*;
        public abstract class Query implements java.sql.Statement {
          private final java.sql.Statement real;
          private final ReentrantLock lock %s
          protected Query(java.sql.Statement real, ReentrantLock lock) { this.real = real; %s }
          public boolean execute(String sql) throws java.sql.SQLException {
            lock.lock();
            try { return real.execute(sql); } finally { lock.unlock(); }
          }
        }
        """;
    assertEquals(
        GilLike.TOTAL, Found.in(query.formatted(";", "this.lock = lock;")).gil("field Query.lock"));
    assertEquals(
        GilLike.NO,
        Found.in(query.formatted("= new ReentrantLock();", "")).gil("field Query.lock"));
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
