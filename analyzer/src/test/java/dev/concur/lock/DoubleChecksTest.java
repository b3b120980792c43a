package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

/** Locks that are taken only when something is due, and the daily way past them. */
class DoubleChecksTest {

  private static final String LOCK = "static Barn.LOCK";

  @Test
  void a_question_asked_before_and_under_the_lock_keeps_the_daily_way_out() {
    assertEquals(
        Path.MISS,
        barn("if (due()) { synchronized (LOCK) { if (due()) { digest(hay); filled = true; } } }")
            .path(LOCK));
  }

  @Test
  void a_question_that_does_not_decide_whether_the_lock_is_taken_says_nothing() {
    assertEquals(
        Path.HOT,
        barn("if (due()) { size = at; } synchronized (LOCK) { if (due()) { size = 0; }"
                + " digest(hay); }")
            .path(LOCK));
  }

  @Test
  void who_fails_at_one_of_the_answers_only_checks() {
    assertEquals(
        GilLike.COMPUTE,
        barn("if (due()) { throw new IllegalStateException(); } synchronized (LOCK) {"
                + " if (due()) { throw new IllegalStateException(); }"
                + " digest(digest(digest(hay))); }")
            .gil(LOCK));
  }

  @Test
  void what_grows_until_it_is_large_enough_is_met_when_it_grows() {
    assertEquals(
        Path.MISS,
        barn("if (at > size) { synchronized (LOCK) { digest(hay); size = at; } }").path(LOCK));
  }

  @Test
  void how_large_it_is_may_be_asked_of_an_array() {
    assertEquals(
        Path.MISS,
        barn("if (at < sacks.length) { return; } synchronized (LOCK) {"
                + " if (at < sacks.length) { return; } digest(hay); sacks = new byte[at]; }")
            .path(LOCK));
  }

  @Test
  void what_is_null_before_and_under_the_lock_is_met_while_it_is_missing() {
    String made =
        "%s synchronized (LOCK) { if (kept == null) { byte[] found = digest(sacks);"
            + " if (found.length == 0) { return; } kept = found; } digest(hay); } }"
            + " private byte[] kept; void none() {";
    assertEquals(Path.MISS, barn(made.formatted("if (kept == null)")).path(LOCK));
    assertEquals(Path.HOT, barn(made.formatted("if (kept == null) { size = at; }")).path(LOCK));
  }

  @Test
  void what_is_counted_under_the_lock_is_daily_work() {
    assertEquals(
        Path.HOT,
        barn("if (at > size) { synchronized (LOCK) { digest(hay); size++; } }").path(LOCK));
  }

  @Test
  void going_through_a_collection_is_no_question_about_what_is_due() {
    assertEquals(
        GilLike.COMPUTE, prices("prices.subMap(low, low + 100).values()").gil("class Prices"));
  }

  @Test
  void what_has_the_name_of_few_is_many_only_where_a_range_is_asked_for() {
    assertEquals(Path.HOT, prices("prices.values()").path("class Prices"));
    assertEquals(GilLike.NO, prices("prices.values()").gil("class Prices"));
  }

  @Test
  void what_was_closed_meanwhile_is_made_anew_now_and_then() {
    assertEquals(GilLike.NO, line("if (open == null || open.isClosed()) { open = dial(); }"));
  }

  @Test
  void what_is_made_anew_each_time_is_daily_work() {
    assertEquals(GilLike.TOTAL, line("open = dial();"));
  }

  @Test
  void one_of_many_cases_is_less_than_what_is_claimed() {
    assertEquals(Path.MISS, cases(11).path("class Desk"));
  }

  @Test
  void one_of_few_cases_is_daily_work() {
    assertEquals(Path.HOT, cases(3).path("class Desk"));
  }

  private static Found barn(String body) {
    return Found.in(
        """
        public class Barn {
          static final Object LOCK = new Object();
          private boolean filled;
          private int size;
          private byte[] sacks = new byte[1];
          boolean due() { return size > 7 && !filled; }
          %s
          public void store(byte[] hay, int at) { %s }
        }
        """
            .formatted(Found.DIGEST, body));
  }

  private static GilLike line(String body) {
    return Found.in(
            """
            import java.net.Socket;
            public class Line {
              private static Socket open;
              private static Socket dial() {
                try { return new Socket("host", 1); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
              public static synchronized Socket get() { %s return open; }
            }
            """
                .formatted(body))
        .gil("class Line");
  }

  private static Found prices(String walked) {
    return Found.in(
        """
        import java.util.*;
        import java.util.concurrent.*;
        public class Prices {
          static final TreeMap<Integer, String> prices = new TreeMap<>();
          static final ExecutorService POOL = Executors.newFixedThreadPool(4);
          static synchronized void put(int at, String price) { prices.put(at, price); }
          static synchronized int best(int low) {
            int best = 0;
            for (String price : %s) {
              int sum = 0;
              for (int i = 0; i < price.length(); i++) { sum = 31 * sum + price.charAt(i); }
              best = Math.max(best, sum);
            }
            return best;
          }
          static int all(List<Integer> lows) {
            int sum = 0;
            for (int low : lows) { sum += best(low); }
            return sum;
          }
          public static Future<Integer> ask(List<Integer> lows) { return POOL.submit(() -> all(lows)); }
        }
        """
            .formatted(walked)
            .replace("prices", "conditions"));
  }

  private static Found cases(int many) {
    StringBuilder cases = new StringBuilder();
    for (int i = 1; i < many; i++) {
      cases.append("case ").append(i).append(": last = ").append(7 * i).append("; break; ");
    }
    return Found.in(
        """
        public class Desk {
          static int last;
          %s
          public static void handle(int code, byte[] letter) {
            switch (code) {
              case 0: synchronized (Desk.class) { digest(letter); } break;
              %s
            }
          }
        }
        """
            .formatted(Found.DIGEST, cases));
  }
}
