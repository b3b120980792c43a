package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** What an object does once or now and then in its life, and daily work of a similar name. */
class LifeCycleTest {

  @Test
  void an_object_that_connects_itself_does_so_once() {
    assertEquals(GilLike.NO, plant("void connect() { dial(); }"));
  }

  @Test
  void a_factory_that_answers_with_connections_is_at_its_daily_work() {
    assertEquals(GilLike.TOTAL, plant("Socket connect() { return dial(); }"));
  }

  @Test
  void what_is_rolled_back_is_the_exception() {
    assertEquals(GilLike.NO, plant("void rollback() { dial(); }"));
  }

  @Test
  void a_flush_alone_writes_what_daily_work_has_left() {
    assertEquals(GilLike.NO, plant("void flush() { dial(); }"));
  }

  @Test
  void what_is_flushed_by_number_is_daily_work() {
    assertEquals(GilLike.TOTAL, plant("void flush(long page) { dial(); }"));
  }

  @Test
  void members_that_come_and_go_are_no_daily_work() {
    assertEquals(GilLike.NO, plant("void handleTopologyChange() { dial(); }"));
  }

  private static GilLike plant(String method) {
    return Found.in(
            """
            import java.net.Socket;
            public class Plant {
              private static Socket dial() {
                try { return new Socket("host", 1); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
              public static synchronized %s
            }
            """
                .formatted(method))
        .gil("class Plant");
  }
}
