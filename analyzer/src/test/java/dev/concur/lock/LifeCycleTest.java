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

  @Test
  void elections_and_what_goes_wrong_are_no_daily_work() {
    assertEquals(GilLike.NO, plant("Object holdElection() { return dial(); }"));
    assertEquals(GilLike.NO, plant("void onException() { dial(); }"));
    assertEquals(GilLike.NO, plant("void notifyLoggerCreated(String name) { dial(); }"));
  }

  @Test
  void all_is_verified_now_and_then_and_signatures_daily() {
    assertEquals(GilLike.NO, plant("boolean verify(boolean loudly) { dial(); return true; }"));
    assertEquals(GilLike.TOTAL, plant("boolean verify(byte[] signature) { dial(); return true; }"));
  }

  @Test
  void what_a_flag_that_is_set_at_the_end_keeps_out_is_done_once() {
    String once =
        "Object ask(boolean loudly) { if (!done) { seen = dial(); } if (loudly) { seen = null; }"
            + " done = true; return seen; } private static boolean done; private static Object seen;"
            + " static void nothing() {}";
    assertEquals(GilLike.NO, plant(once));
    assertEquals(GilLike.TOTAL, plant(once.replace("done = true;", "done = loudly;")));
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
