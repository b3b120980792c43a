package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

/** Locks taken on another thread while something is set up. */
class StartUpTest {

  @Test
  void what_start_hands_to_another_thread_is_done_once() {
    assertEquals(Path.COLD, mill("start", "grind();").path("field Mill.lock"));
  }

  @Test
  void what_works_in_rounds_from_then_on_is_daily_work() {
    assertEquals(Path.HOT, mill("start", "while (on) { grind(); }").path("field Mill.lock"));
  }

  @Test
  void what_daily_work_hands_over_is_daily_work() {
    assertEquals(Path.HOT, mill("deliver", "grind();").path("field Mill.lock"));
  }

  @Test
  void an_object_without_a_name_that_start_hands_over_is_done_once() {
    assertEquals(Path.COLD, wheel("").path("field Wheel.lock"));
    assertEquals(Path.HOT, wheel("executor.execute(turn());").path("field Wheel.lock"));
  }

  /** Some pass what they are handed to another executor, as one that names threads does. */
  private static Found wheel(String work) {
    return Found.in(
        """
        import java.util.concurrent.Executor;
        import java.util.concurrent.locks.ReentrantLock;
        public class Wheel {
          private final ReentrantLock lock = new ReentrantLock();
          private final Executor executor;
          private byte[] corn = new byte[1];
          public Wheel(Executor executor) { this.executor = new Named(executor); }
          %s
          private Runnable turn() {
            return new Runnable() {
              @Override public void run() {
                lock.lock(); try { corn = digest(corn); } finally { lock.unlock(); }
              }
            };
          }
          public void start() { executor.execute(turn()); }
          public void work() { %s }
          static class Named implements Executor {
            private final Executor below;
            Named(Executor below) { this.below = below; }
            @Override public void execute(Runnable task) { below.execute(task); }
          }
        }
        """
            .formatted(Found.DIGEST, work));
  }

  private static Found mill(String method, String body) {
    return Found.in(
        """
        import java.util.concurrent.Executor;
        import java.util.concurrent.locks.ReentrantLock;
        public class Mill {
          private final ReentrantLock lock = new ReentrantLock();
          private final Executor executor;
          private volatile boolean on = true;
          private byte[] corn = new byte[1];
          public Mill(Executor executor) { this.executor = executor; }
          %s
          private void grind() { corn = digest(corn); }
          public void %s() {
            executor.execute(() -> { lock.lock(); try { %s } finally { lock.unlock(); } });
          }
        }
        """
            .formatted(Found.DIGEST, method, body));
  }
}
