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
