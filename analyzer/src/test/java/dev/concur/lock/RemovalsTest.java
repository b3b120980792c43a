package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import org.junit.jupiter.api.Test;

/** What is added only when it is missing is removed as rarely. */
class RemovalsTest {

  @Test
  void what_undoes_a_miss_is_as_rare_as_that() {
    assertEquals(GilLike.NO, shelf("if (found == null)"));
  }

  @Test
  void what_is_added_daily_may_be_removed_daily() {
    assertEquals(GilLike.COMPUTE, shelf(""));
  }

  private static GilLike shelf(String when) {
    return Found.in(
            """
            public class Shelf {
              private static final java.util.Map<String, byte[]> BOOKS = new java.util.HashMap<>();
              %s
              public static byte[] book(String name) {
                byte[] found = BOOKS.get(name);
                %s {
                  synchronized (BOOKS) { BOOKS.put(name, found = name.getBytes()); }
                }
                return found;
              }
              public static void remove(String name) {
                synchronized (BOOKS) { BOOKS.remove(name, digest(digest(digest(name.getBytes())))); }
              }
            }
            """
                .formatted(Found.DIGEST, when))
        .gil("static Shelf.BOOKS");
  }
}
