package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** Locks at which threads may meet, and that many callers do not queue for. */
class ConversationsTest {

  private static final String PINGER =
      """
      public class Pinger {
        public static void ping(%1$s of) {
          new Thread(() -> of.work(new byte[9])).start();
          new Thread(() -> of.work(new byte[8])).start();
        }
      }
      """;

  private static String digesting(String type) {
    return """
        import java.util.concurrent.locks.*;
        public class %s {
          private final ReentrantLock lock = new ReentrantLock();
          private volatile byte[] last;
          public void work(byte[] data) {
            lock.lock();
            try {
              for (int i = 0; i < 1000; i++) {
                last = java.security.MessageDigest.getInstance("SHA-256").digest(data);
              }
            } catch (java.security.GeneralSecurityException e) {
              throw new IllegalStateException(e);
            } finally { lock.unlock(); }
          }
        }
        """
        .formatted(type);
  }

  @Test
  void what_computes_under_the_lock_of_one_connection_keeps_few_waiting() {
    Found found = Found.in(digesting("IoSession"), PINGER.formatted("IoSession"));

    assertEquals(GilLike.NO, found.gil("field IoSession.lock"));
  }

  @Test
  void what_computes_under_the_lock_of_an_object_for_many_keeps_them_waiting() {
    Found found = Found.in(digesting("Sealer"), PINGER.formatted("Sealer"));

    assertEquals(GilLike.COMPUTE, found.gil("field Sealer.lock"));
  }

  @Test
  void an_engine_in_this_process_at_the_other_side_keeps_all_of_its_connection_waiting() {
    Found found =
        Found.in(
            """
            public class Base {
              private long handle;
              public synchronized native int ask(String text);
            }
            """,
            """
            public class BaseConnection {
              private final Base base = new Base();
              public int ask(String text) { return base.ask(text); }
            }
            """);

    assertEquals(GilLike.COMPUTE, found.gil("this of Base"));
  }

  @Test
  void what_cannot_be_made_without_a_connection_works_for_that_one() {
    String session = "public class ClientSession { }";
    String made =
        digesting("AuthService")
            .replace(
                "{\n  private final Re",
                "{\n  private final %s of;\n  public AuthService(%s of) { this.of = of; }\n  private final Re");
    String pinger = PINGER.formatted("AuthService");

    assertEquals(
        GilLike.NO,
        Found.in(session, made.replace("%s", "ClientSession"), pinger)
            .gil("field AuthService.lock"));
    assertEquals(
        GilLike.COMPUTE,
        Found.in(session, made.replace("%s", "String"), pinger).gil("field AuthService.lock"));
  }

  private static String producer(String work) {
    return """
        import java.util.concurrent.locks.*;
        public abstract class Producer {
          private final ReentrantLock lock = new ReentrantLock();
          private volatile boolean done;
          protected abstract void produce(int what) throws Exception;
          public final void next(int what) throws Exception {
            lock.lock();
            try { %s done = true; } finally { lock.unlock(); }
          }
        }
        """
        .formatted(work);
  }

  @Test
  void the_work_of_a_stranger_under_a_lock_that_threads_may_meet_at_is_a_guess() {
    assertEquals(GilLike.NO, Found.in(producer("produce(what);")).gil("field Producer.lock"));
  }

  @Test
  void a_listener_that_may_be_absent_is_not_the_daily_work() {
    assertEquals(GilLike.TOTAL, told("listener.onLease(what);"));
    assertEquals(GilLike.NO, told("if (listener != null) { listener.onLease(what); }"));
  }

  private static GilLike told(String telling) {
    return Found.in(
            "public interface LeaseListener { void onLease(int what); }",
            """
            public class LeasePool {
              private static final Object LOCK = new Object();
              private final LeaseListener listener;
              private int leased;
              public LeasePool(LeaseListener listener) { this.listener = listener; }
              public void lease(int what) { synchronized (LOCK) { leased++; %s } }
            }
            """
                .formatted(telling))
        .gil("static LeasePool.LOCK");
  }

  @Test
  void a_wait_that_was_seen_under_such_a_lock_is_none() {
    Found found = Found.in(producer("new java.net.Socket(\"host\", what).close();"));

    assertEquals(GilLike.TOTAL, found.gil("field Producer.lock"));
  }
}
