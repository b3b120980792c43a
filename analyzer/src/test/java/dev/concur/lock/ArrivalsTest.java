package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** A thread that takes in what arrives, and threads that ask and wait for the answer. */
class ArrivalsTest {

  @Test
  void nobody_queues_for_the_lock_of_who_takes_in_what_arrives() {
    assertEquals(GilLike.NO, wire("return socket.getInputStream().read();"));
  }

  @Test
  void who_asks_and_waits_for_the_answer_keeps_the_others_out() {
    assertEquals(
        GilLike.TOTAL,
        wire("socket.getOutputStream().write(7); return socket.getInputStream().read();"));
  }

  @Test
  void what_is_sent_by_a_method_that_is_called_is_sent() {
    assertEquals(
        GilLike.TOTAL,
        wire(
            "ask(); return socket.getInputStream().read(); } }"
                + " private void ask() throws IOException { synchronized (this) {"
                + " socket.getOutputStream().write(7);"));
  }

  private static GilLike wire(String body) {
    return Found.in(
            """
            import java.io.IOException;
            import java.net.Socket;
            public class Wire {
              private final Object lock = new Object();
              private final Socket socket;
              public Wire(Socket socket) { this.socket = socket; }
              public int next() throws IOException { synchronized (lock) { %s } }
            }
            """
                .formatted(body))
        .gil("field Wire.lock");
  }
}
