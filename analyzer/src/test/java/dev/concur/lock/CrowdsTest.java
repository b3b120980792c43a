package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Many tasks of a pool at one lock, under which nobody knows for how long they compute. */
class CrowdsTest {

  private static final String POOL = "java.util.concurrent.Executors.newFixedThreadPool(4)";

  private static final String EACH = "for (String text : texts) { pool.submit(() -> mark(text)); }";

  private static final String WALK =
      """
      int sum = 0;
      for (int i = 0; i < text.length(); i++) {
        for (int j = i; j < text.length(); j++) { sum += words.get(text.substring(i, j)); }
      }
      return sum;
      """;

  /** A marker of essays that all graders of one desk share. */
  private static Found marker(String pool, String handOff, String work) {
    return Found.in(
        """
        import java.util.*;
        public class Marker {
          private final Map<String, Integer> words;
          public Marker(Map<String, Integer> words) { this.words = new TreeMap<>(words); }
          public synchronized int mark(String text) { %s }
        }
        """
            .formatted(work),
        """
        import java.util.*;
        import java.util.concurrent.*;
        public class Desk {
          private final ExecutorService pool = %s;
          private final Marker marker;
          public Desk(Map<String, Integer> words) { marker = new Marker(words); }
          public void grade(List<String> texts) { %s }
          public int mark(String text) { return marker.mark(text); }
        }
        """
            .formatted(pool, handOff));
  }

  @Test
  void a_crowd_queues_for_a_text_of_unknown_length() {
    assertEquals(GilLike.COMPUTE, marker(POOL, EACH, WALK).gil("this of Marker"));
    assertTrue(marker(POOL, EACH, WALK).lock("this of Marker").crowd());
  }

  @Test
  void one_task_one_thread_and_short_work_are_no_crowd_that_queues() {
    String one = "pool.submit(() -> mark(texts.get(0)));";
    String single = "java.util.concurrent.Executors.newSingleThreadExecutor()";
    assertEquals(GilLike.NO, marker(POOL, one, WALK).gil("this of Marker"));
    assertEquals(GilLike.NO, marker(single, EACH, WALK).gil("this of Marker"));
    assertEquals(GilLike.NO, marker(POOL, EACH, "return words.get(text);").gil("this of Marker"));
  }

  /** A board that was handed in, so that nobody sees it made. */
  private static Found tally(String asks) {
    return Found.in(
        """
        public class Tally {
          private long votes;
          public synchronized void count(String[] sheet) { votes += sheet.length; }
        }
        """,
        """
        import java.util.*;
        import java.util.concurrent.*;
        public class Booth {
          private final ExecutorService clerks = Executors.newFixedThreadPool(4);
          private final Tally tally;
          public Booth(Tally tally) { this.tally = tally; }
          public void open(List<String[]> sheets) {
            for (String[] sheet : sheets) { clerks.execute(() -> { %s }); }
          }
          private void enter(String[] sheet) { tally.count(sheet); }
        }
        """
            .formatted(asks));
  }

  @Test
  void what_is_in_a_field_of_who_hands_off_tasks_is_shared_by_them() {
    assertEquals(
        Scope.SHARED_INSTANCE, tally("enter(sheet);").lock("this of Tally").lock().scope());
  }

  @Test
  void what_each_task_makes_for_itself_is_not() {
    Found own = tally("new Tally().count(sheet);");
    assertEquals(Scope.PER_INSTANCE, own.lock("this of Tally").lock().scope());
    assertFalse(own.lock("this of Tally").crowd());
  }

  /** Values made under the one lock of a map, for tasks that a stream makes. */
  private static Found prices(String tasks) {
    return Found.in(
        """
        import java.util.*;
        public class Prices {
          private final Map<String, Integer> known = Collections.synchronizedMap(new HashMap<>());
          public int of(String name) { return known.computeIfAbsent(name, Prices::compute); }
          private static int compute(String name) {
            int sum = 0;
            for (int i = 0; i < 2_000_000; i++) { sum += name.hashCode() % (i + 1); }
            return sum;
          }
        }
        """,
        """
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.stream.*;
        public class Shop {
          private final ExecutorService clerks = Executors.newFixedThreadPool(4);
          private final Prices prices;
          public Shop(Prices prices) { this.prices = prices; }
          public void add(List<String> names) throws InterruptedException {
            List<Callable<Integer>> all = %s;
            clerks.invokeAll(all);
          }
          private Callable<Integer> task(String name) { return () -> prices.of(name); }
        }
        """
            .formatted(tasks));
  }

  @Test
  void a_crowd_waits_for_values_that_are_made_under_the_lock_of_a_map() {
    String gathered = "names.stream().map(this::task).filter(t -> t != null).toList()";
    assertEquals(GilLike.COMPUTE, prices(gathered).gil("collection in Prices.known"));
  }

  @Test
  void nobody_was_seen_where_no_task_is_made() {
    assertEquals(GilLike.NO, prices("List.of()").gil("collection in Prices.known"));
  }
}
