package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

/** What is done under a lock once, or for what was not there, is not the daily work under it. */
class MissesTest {

  @Test
  void a_helper_that_uses_up_what_was_asked_for_runs_once() {
    assertEquals(GilLike.NO, ids("init"));
  }

  @Test
  void what_daily_work_fills_again_is_used_up_daily() {
    assertEquals(GilLike.COMPUTE, ids("mark"));
  }

  @Test
  void a_table_that_answers_with_the_key_itself_has_not_loaded_it_yet() {
    assertEquals(GilLike.NO, zones("zones.put(key, made);"));
  }

  @Test
  void what_is_not_kept_is_loaded_each_time() {
    assertEquals(GilLike.COMPUTE, zones(""));
  }

  @Test
  void who_finds_that_others_have_renewed_what_it_saw_has_come_for_a_stale_thing() {
    assertEquals(Path.MISS, packs("if (now != seen) { return now; }").path("static Packs.LOCK"));
  }

  @Test
  void who_renews_whatever_there_is_does_so_daily() {
    assertEquals(Path.HOT, packs("").path("static Packs.LOCK"));
  }

  @Test
  void what_a_cache_calls_back_runs_for_what_it_does_not_have() {
    assertEquals(Path.MISS, pages("pages.computeIfAbsent(name, this)").path("static Pages.LOCK"));
  }

  @Test
  void who_is_called_besides_the_cache_is_daily_work() {
    assertEquals(
        Path.HOT, pages("pages.computeIfAbsent(apply(name), this)").path("static Pages.LOCK"));
  }

  @Test
  void a_changed_copy_of_a_table_is_put_where_nothing_was_found() {
    assertEquals(GilLike.NO, meters("table = table.plus(name, made);"));
    assertEquals(GilLike.COMPUTE, meters("table.plus(name, made);"));
  }

  private static GilLike meters(String keep) {
    return Found.in(
            """
            public class Meters {
              interface Table { byte[] get(String name); Table plus(String name, byte[] made); }
              private static Table table;
              %s
              public static synchronized byte[] meter(String name) {
                byte[] found = table.get(name);
                if (found == null) {
                  byte[] made = digest(digest(name.getBytes()));
                  %s
                  last = made;
                }
                return found;
              }
              private static byte[] last;
            }
            """
                .formatted(Found.DIGEST, keep))
        .gil("class Meters");
  }

  @Test
  void an_entry_whose_reference_is_empty_is_as_good_as_none() {
    assertEquals(GilLike.NO, stamps("made = entry.kept.get(); if (made != null) { return made; }"));
    assertEquals(GilLike.COMPUTE, stamps("made = entry.kept.get();"));
  }

  private static GilLike stamps(String found) {
    return Found.in(
            """
            import java.lang.ref.WeakReference;
            public class Stamps {
              static class Entry { WeakReference<byte[]> kept; }
              private static final java.util.Map<String, Entry> ENTRIES = new java.util.HashMap<>();
              private byte[] made;
              %s
              public byte[] stamp(String name) {
                synchronized (ENTRIES) {
                  Entry entry = ENTRIES.get(name);
                  if (entry != null) { %s }
                  made = digest(digest(digest(name.getBytes())));
                  entry = new Entry();
                  entry.kept = new WeakReference<>(made);
                  ENTRIES.put(name, entry);
                  return made;
                }
              }
            }
            """
                .formatted(Found.DIGEST, found))
        .gil("static Stamps.ENTRIES");
  }

  @Test
  void a_folder_is_made_when_it_is_not_there_yet() {
    assertEquals(Path.MISS, folders("folder.exists()").path("static Folders.LOCK"));
    assertEquals(Path.HOT, folders("folder.isHidden()").path("static Folders.LOCK"));
  }

  private static Found folders(String ask) {
    return Found.in(
        """
        public class Folders {
          static final Object LOCK = new Object();
          public static boolean prepare(java.io.File folder) {
            if (!%s) { synchronized (LOCK) { return folder.mkdirs(); } }
            return true;
          }
        }
        """
            .formatted(ask));
  }

  @Test
  void what_is_done_for_want_of_room_in_a_queue_is_not_daily_work() {
    assertEquals(GilLike.NO, gate("if (!queue.offer(job)) { last = digest(digest(job)); }"));
    assertEquals(GilLike.COMPUTE, gate("if (queue.offer(job)) { last = digest(digest(job)); }"));
  }

  private static GilLike gate(String body) {
    return Found.in(
            """
            import java.util.concurrent.*;
            public class Gate {
              private static final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(10);
              private static byte[] last;
              %s
              public static synchronized void pass(byte[] job) { %s }
            }
            """
                .formatted(Found.DIGEST, body))
        .gil("class Gate");
  }

  private static GilLike ids(String filler) {
    return Found.in(
            """
            public class Ids {
              private static byte[] first;
              private static long next;
              %s
              public static void %s(byte[] seed) { first = seed; }
              private static void begin() { next = digest(digest(digest(first)))[0]; first = null; }
              public static synchronized long take() { if (first != null) { begin(); } return next++; }
            }
            """
                .formatted(Found.DIGEST, filler))
        .gil("class Ids");
  }

  private static GilLike zones(String keep) {
    return Found.in(
            """
            import java.util.*;
            public class Zones {
              private static final Map<String, Object> zones = new HashMap<>();
              %s
              private static Object load(String key) {
                Object made = digest(digest(digest(key.getBytes())));
                %s
                return made;
              }
              public static synchronized Object zone(String key) {
                Object found = zones.get(key);
                if (key.equals(found)) { return load(key); }
                return found;
              }
            }
            """
                .formatted(Found.DIGEST, keep))
        .gil("class Zones");
  }

  private static Found packs(String check) {
    return Found.in(
        """
        import java.util.concurrent.atomic.AtomicReference;
        public class Packs {
          static final Object LOCK = new Object();
          private final AtomicReference<byte[]> list = new AtomicReference<>(new byte[1]);
          %s
          public byte[] scan(byte[] seen) {
            synchronized (LOCK) {
              byte[] now = list.get();
              %s
              byte[] renewed = digest(now);
              list.set(renewed);
              return renewed;
            }
          }
        }
        """
            .formatted(Found.DIGEST, check));
  }

  private static Found pages(String lookup) {
    return Found.in(
        """
        import java.util.*;
        import java.util.function.Function;
        public class Pages implements Function<String, String> {
          static final Object LOCK = new Object();
          private final Map<String, String> pages = new HashMap<>();
          %s
          public String page(String name) { return %s; }
          @Override public String apply(String name) {
            synchronized (LOCK) { return new String(digest(digest(name.getBytes()))); }
          }
        }
        """
            .formatted(Found.DIGEST, lookup));
  }
}
