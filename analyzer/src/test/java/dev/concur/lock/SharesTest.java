package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** Which ways into a class count as work that passes its lock, or goes past it. */
class SharesTest {

  private static final String ASKS =
      "class Office { byte[] ask(byte[] x) { return Press.print(x); } }";

  @Test
  void helpers_that_nobody_calls_are_no_way_past_what_the_program_uses() {
    assertNotEquals(GilLike.NO, press(ASKS).gil("class Press"));
  }

  @Test
  void where_nobody_in_the_program_calls_all_ways_count() {
    assertEquals(GilLike.NO, press("class Office { }").gil("class Press"));
  }

  @Test
  void what_the_program_calls_instead_is_a_way_past() {
    assertEquals(
        GilLike.NO,
        press("class Office { byte[] sew(byte[] x) { return Press.fold(Press.stitch(x)); } }")
            .gil("class Press"));
  }

  @Test
  void what_it_calls_besides_is_not() {
    String sews = "class Office { byte[] sew(byte[] x) { return Press.fold(Press.stitch(x)); }";
    assertNotEquals(GilLike.NO, press(ASKS.replace("class Office {", sews)).gil("class Press"));
  }

  private static Found press(String office) {
    return Found.in(
        """
        public class Press {
          %s
          private static byte[] last;
          public static synchronized byte[] print(byte[] text) {
            return last = digest(digest(digest(text)));
          }
          public static byte[] stitch(byte[] text) { return digest(digest(digest(text))); }
          public static byte[] fold(byte[] text) { return digest(digest(digest(text))); }
        }
        """
            .formatted(Found.DIGEST),
        office);
  }

  @Test
  void what_a_whole_does_besides_is_no_way_past_what_its_parts_do() {
    Found found =
        Found.in(
            """
            import java.io.*;
            public class Archive {
              private final RandomAccessFile file;
              public Archive(RandomAccessFile file) { this.file = file; }
              public void copy(OutputStream to) throws IOException {
                for (int i = 0; i < 10; i++) { to.write(digest(digest(new byte[i]))); }
              }
              %s
              public InputStream entry() { return new Entry(); }
              private class Entry extends InputStream {
                @Override public int read() throws IOException {
                  synchronized (file) { file.seek(1); return file.read(); }
                }
              }
            }
            """
                .formatted(Found.DIGEST));
    assertEquals(GilLike.TOTAL, found.gil("field Archive.file"));
  }

  @Test
  void a_way_in_counts_by_all_that_it_does_and_not_by_what_it_holds() {
    Found found =
        Found.in(
            """
            public class Depot {
              static final Object LOCK = new Object();
              private static int count;
              %s
              public static byte[] fetch(byte[] key) {
                synchronized (LOCK) { count++; }
                return digest(digest(digest(key)));
              }
              public static byte[] send(byte[] key) {
                synchronized (LOCK) { count--; }
                return digest(digest(digest(key)));
              }
              public static byte[] count(byte[] key) {
                synchronized (LOCK) { return digest(digest(digest(key))); }
              }
            }
            """
                .formatted(Found.DIGEST));
    assertEquals(GilLike.NO, found.gil("static Depot.LOCK"));
    assertTrue(found.lock("static Depot.LOCK").heldShare().middle() < 0.5);
  }

  @Test
  void what_others_do_besides_says_nothing_of_a_lock_that_all_find() {
    assertEquals(GilLike.COMPUTE, paint("class Painter"));
  }

  @Test
  void what_the_class_that_keeps_it_does_besides_counts() {
    assertEquals(GilLike.NO, paint("class Painter extends Canvas"));
  }

  /** One way in works under the static lock of Canvas, three only touch it and work besides. */
  private static GilLike paint(String others) {
    return Found.in(
            """
            public class Canvas {
              static final Object LOCK = new Object();
              static int count;
              %s
              public static byte[] paint(byte[] key) {
                synchronized (LOCK) { return digest(digest(digest(digest(key)))); }
              }
            }
            """
                .formatted(Found.DIGEST),
            """
            public %s {
              public byte[] press(byte[] key) { note(); return digest(digest(digest(key))); }
              public byte[] move(byte[] key) { note(); return digest(digest(digest(key))); }
              public byte[] drop(byte[] key) { note(); return digest(digest(digest(key))); }
              private static void note() { synchronized (Canvas.LOCK) { Canvas.count++; } }
              %s
            }
            """
                .formatted(others, Found.DIGEST))
        .gil("static Canvas.LOCK");
  }
}
