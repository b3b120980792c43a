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

  @Test
  void the_side_of_a_lock_of_the_jdk_does_nothing_of_a_library_s_own_side() {
    String checked =
        """
        import java.util.concurrent.locks.*;
        public class Checked extends ReentrantReadWriteLock {
          private final WriteLock own = new Write(this);
          public WriteLock writeLock() { return own; }
          static class Write extends WriteLock {
            Write(ReentrantReadWriteLock lock) { super(lock); }
            public void lock() { Remote.ask(); super.lock(); }
          }
        }
        """;
    String counter =
        outer("new ReentrantReadWriteLock().writeLock()")
            .replace("Lock LOCK", "ReentrantReadWriteLock.WriteLock LOCK");

    assertEquals(GilLike.NO, Found.in(REMOTE, checked, counter).gil("class Counter"));
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
  void a_number_that_is_counted_down_from_one_and_up_again_is_a_lock() {
    Found found = Found.in(PERMITS, line("1"));

    assertEquals(GilLike.TOTAL, found.gil("flag Line.mutex"), found.ids().toString());
  }

  @Test
  void a_number_that_is_counted_down_from_more_lets_several_in() {
    assertFalse(Found.in(PERMITS, line("2")).ids().contains("flag Line.mutex"));
  }

  @Test
  void a_number_that_says_who_has_it_is_a_lock() {
    Found found =
        Found.in(
            """
            import java.net.Socket;
            public class Wire {
              private final Socket wire = new Socket();
              private final Object gate = new Object();
              private int owner;
              private void take(int who) throws InterruptedException {
                synchronized (gate) { while (owner != 0) { gate.wait(); } owner = who; }
              }
              private void free() { synchronized (gate) { owner = 0; gate.notify(); } }
              public void send(int who, int what) throws Exception {
                take(who);
                try { wire.getOutputStream().write(what); wire.getInputStream().read(); }
                finally { free(); }
              }
            }
            """);

    assertEquals(GilLike.TOTAL, found.gil("flag Wire.owner"), found.ids().toString());
  }

  private static final String PERMITS =
      """
      public class Permits {
        private long permits;
        public Permits(long permits) { this.permits = permits; }
        public void acquire() throws InterruptedException {
          synchronized (this) {
            try { while (permits <= 0) { wait(); } --permits; }
            catch (InterruptedException e) { notify(); throw e; }
          }
        }
        public synchronized void release() { ++permits; notify(); }
      }
      """;

  private static String line(String permits) {
    return """
        import java.io.*;
        import java.net.Socket;
        public class Line {
          private final Socket wire = new Socket();
          private final Permits mutex = new Permits(%s);
          Permits mutex() throws InterruptedException { mutex.acquire(); return mutex; }
          public int ask(int what) throws IOException, InterruptedException {
            Permits taken = null;
            try {
              taken = mutex();
              wire.getOutputStream().write(what);
              return wire.getInputStream().read();
            } finally {
              if (taken != null) { taken.release(); }
            }
          }
        }
        """
        .formatted(permits);
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
