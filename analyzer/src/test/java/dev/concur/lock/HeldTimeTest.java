package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.GilLike;
import dev.concur.model.LockUse;
import dev.concur.model.MethodRef;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HeldTimeTest {

  @Test
  void a_loop_over_locals_counts_in_the_time_that_a_lock_is_held() {
    LockUse use =
        only(
            """
            public final class Seal {
              private static long last;
              public static synchronized long next(long seed) {
                long seal = seed;
                for (int round = 0; round < 40_000; round++) {
                  seal = seal * 31 + (seal >>> 7);
                }
                last = seal;
                return seal;
              }
            }
            """);

    assertTrue(use.heldNanos().middle() > 100_000, use.heldNanos().toString());
    assertEquals(1, use.heldShare().middle(), 0.01);
  }

  @Test
  void a_loop_that_waits_for_a_signal_goes_on_when_that_has_come() {
    LockUse use =
        only(
            """
            public final class Cell {
              private static Object value;
              public static Object get(long timeout) throws InterruptedException {
                synchronized (Cell.class) {
                  long end = System.nanoTime() + timeout;
                  for (long left = timeout; value == null && left > 0; left--) {
                    Cell.class.wait(10);
                  }
                  return value;
                }
              }
            }
            """);

    assertEquals(GilLike.NO, use.gilLike());
  }

  @Test
  void what_a_thread_of_its_own_waits_for_with_nothing_held_is_no_work() {
    assertTrue(receiver("Thread", "run").heldShare().middle() > 0.9);
    assertTrue(receiver("Object", "receive").heldShare().middle() < 0.7);
  }

  private static LockUse receiver(String parent, String method) {
    return only(
        """
        import java.io.*;
        public class Receiver extends %s {
          private static final Object BUFFER = new Object();
          private final InputStream in;
          private int got;
          public Receiver(java.net.Socket socket) throws IOException {
            in = socket.getInputStream();
          }
          public void %s() {
            try {
              while (in.read() >= 0) {
                synchronized (BUFFER) { got = in.read(); }
              }
            } catch (IOException e) { throw new UncheckedIOException(e); }
          }
        }
        """
            .formatted(parent, method));
  }

  @Test
  void a_stream_that_nobody_saw_made_waits_as_those_of_the_program_do() {
    LockUse use =
        Found.in(
                """
                import java.io.*;
                public class Target {
                  private static final Object LOCK = new Object();
                  private OutputStream out;
                  public void open(File file) throws IOException { setOut(new Checked(file)); }
                  public void setOut(OutputStream out) { this.out = out; }
                  public void put(byte[] record) throws IOException {
                    synchronized (LOCK) { out.write(record); out.flush(); }
                  }
                }
                """,
                """
                import java.io.*;
                public class Checked extends OutputStream {
                  private final OutputStream file;
                  public Checked(File file) throws IOException {
                    this.file = new FileOutputStream(file);
                  }
                  public void write(int b) throws IOException { file.write(b); }
                  public void write(byte[] b, int from, int length) throws IOException {
                    file.write(b, from, length);
                  }
                  public void flush() throws IOException { file.flush(); }
                }
                """)
            .lock("static Target.LOCK");

    assertEquals(GilLike.TOTAL, use.gilLike(), use.toString());
    assertTrue(use.heldNanos().middle() > 5_000, use.heldNanos().toString());
  }

  @Test
  void a_call_that_computes_on_its_own_changes_nothing() {
    Linked linked =
        Linked.of(
            Snippet.facts(
                """
                public final class Desk {
                  private static double total;
                  public static synchronized void decide(int number) {
                    total += think(number);
                  }
                  static double think(int number) {
                    double opinion = number;
                    for (int i = 1; i < 10_000; i++) {
                      opinion += Math.sin(opinion * i);
                    }
                    return opinion;
                  }
                }
                """),
            Catalogue.bundled());
    Costs costs = Costs.of(linked);

    assertFalse(costs.changesState(new MethodRef("Desk", "think", "(I)D")));
    assertTrue(costs.changesState(new MethodRef("Desk", "decide", "(I)V")));
  }

  @Test
  void a_semaphore_made_with_a_constant_says_how_many_pass() {
    Linked linked =
        Linked.of(
            Snippet.facts(
                """
                import java.util.concurrent.Semaphore;
                public final class Lines {
                  private final Semaphore lines = new Semaphore(10);
                  public void call() throws InterruptedException {
                    lines.acquire();
                    lines.release();
                  }
                  public void sing() {}
                }
                """),
            Catalogue.bundled());
    Costs costs = Costs.of(linked);

    assertEquals(OptionalInt.of(10), costs.permits(new MethodRef("Lines", "call", "()V")));
    assertEquals(OptionalInt.empty(), costs.permits(new MethodRef("Lines", "sing", "()V")));
  }

  private static LockUse only(String unit) {
    Linked linked = Linked.of(Snippet.facts(unit), Catalogue.bundled());
    List<LockUse> locks = Locks.of(linked, Costs.of(linked));
    assertEquals(1, locks.size(), locks.toString());
    return locks.get(0);
  }
}
