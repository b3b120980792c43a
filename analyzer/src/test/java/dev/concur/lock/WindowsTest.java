package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** Parts of windows, which live on the one thread that paints. */
class WindowsTest {

  @Test
  void nobody_waits_for_a_part_of_a_window() {
    assertEquals(GilLike.NO, chart("extends javax.swing.JPanel"));
  }

  @Test
  void the_same_class_outside_of_a_window_may_be_shared() {
    assertEquals(GilLike.COMPUTE, chart(""));
  }

  private static GilLike chart(String parent) {
    return Found.in(
            """
            public class Chart %s implements Runnable {
              private volatile byte[] seen;
              public Chart() { new Thread(this).start(); }
              %s
              public void run() { draw(seen); }
              public synchronized void draw(byte[] data) { seen = digest(digest(digest(data))); }
            }
            """
                .formatted(parent, Found.DIGEST))
        .gil("this of Chart");
  }
}
