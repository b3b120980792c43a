package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides of a read-write lock are one lock, wherever they are kept. */
class SidesTest {

  private static final String LIBRARY =
      """
      import java.util.concurrent.locks.*;
      public class Library {
        private final Lock reads;
        private final Lock writes;
        private byte[] last;
        public Library(%s) { %s }
        public byte[] find(byte[] key) {
          reads.lock();
          try { return digest(digest(key)); } finally { reads.unlock(); }
        }
        public byte[] count(byte[] key) {
          reads.lock();
          try { return digest(digest(digest(key))); } finally { reads.unlock(); }
        }
        public void add(byte[] key) {
          writes.lock();
          try { last = digest(digest(key)); } finally { writes.unlock(); }
        }
        %s
      }
      """;

  private static Found library(String given, String made) {
    return Found.in(LIBRARY.formatted(given, made, Found.DIGEST));
  }

  @Test
  void sides_of_a_lock_that_was_handed_in_are_one_lock() {
    Found found =
        library(
            "ReadWriteLock both", "this.reads = both.readLock(); this.writes = both.writeLock();");
    assertEquals(List.of("field Library.writes"), found.ids());
    assertEquals(
        List.of(Side.READ, Side.READ, Side.WRITE),
        found.lock("field Library.writes").regions().stream()
            .map(region -> region.side())
            .sorted()
            .toList());
  }

  @Test
  void so_are_those_of_a_lock_that_is_kept_nowhere_else() {
    Found found =
        library(
            "",
            "ReadWriteLock both = new ReentrantReadWriteLock();"
                + " this.writes = both.writeLock(); this.reads = both.readLock();");
    assertEquals(List.of("field Library.writes"), found.ids());
    assertEquals(LockKind.READ_WRITE_LOCK, found.lock("field Library.writes").lock().kind());
  }

  @Test
  void what_is_kept_along_with_its_sides_gives_them_its_name() {
    Found found =
        Found.in(
            LIBRARY
                .formatted(
                    "ReadWriteLock given",
                    "this.reads = given.readLock(); this.both = given;"
                        + " this.writes = given.writeLock();",
                    Found.DIGEST)
                .replace("private byte[] last;", "private byte[] last; final ReadWriteLock both;"));
    assertEquals(List.of("field Library.both"), found.ids());
  }

  @Test
  void readers_of_the_one_field_keep_nobody_waiting_for_the_other() {
    assertEquals(
        GilLike.NO,
        library(
                "ReadWriteLock both",
                "this.reads = both.readLock(); this.writes = both.writeLock();")
            .gil("field Library.writes"));
  }

  @Test
  void what_a_static_call_answers_is_no_side() {
    Found found =
        library(
            "ReadWriteLock both",
            "this.last = digest(null); this.reads = both.readLock();"
                + " this.writes = both.writeLock();");
    assertEquals(List.of("field Library.writes"), found.ids());
  }

  @Test
  void locks_that_have_nothing_to_do_with_each_other_stay_two() {
    Found found =
        library("", "this.reads = new ReentrantLock(); this.writes = new ReentrantLock();");
    assertEquals(2, found.ids().size());
    assertTrue(found.ids().contains("field Library.reads"));
    assertFalse(found.lock("field Library.reads").regions().isEmpty());
  }

  @Test
  void a_side_that_another_class_takes_is_that_of_the_same_lock() {
    Found found =
        Found.in(
            """
            import java.util.concurrent.locks.*;
            public class Shelf {
              private final ReadWriteLock both = new ReentrantReadWriteLock();
              final Lock writes = both.writeLock();
              byte[] last;
              public void add(byte[] key) {
                both.writeLock().lock();
                try { last = digest(key); } finally { both.writeLock().unlock(); }
              }
              %s
            }
            class Porter {
              void carry(Shelf to, byte[] key) {
                to.writes.lock();
                try { to.last = Shelf.digest(key); } finally { to.writes.unlock(); }
              }
            }
            """
                .formatted(Found.DIGEST));
    assertEquals(List.of("field Shelf.both"), found.ids());
    assertNotEquals(1, found.lock("field Shelf.both").regions().size());
  }
}
