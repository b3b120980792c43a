package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Objects that are asked by all, and objects that are made for one use. */
class RequestsTest {

  /** Sorts many numbers: surely longer than what a lock is charged for. */
  private static final String WORK =
      """
        private static int[] sorted(String text) {
          byte[] first = digest(text.getBytes());
          for (int i = 0; i < 100; i++) { first = digest(first); }
          return new int[first.length];
        }
      """
          + Found.DIGEST;

  private static Found matcher(String made, String method) {
    return Found.in(
        """
        public class Matcher9 {
          private Object last;
          public Matcher9(%s) { }
          public synchronized %s
          public synchronized %s
        %s
        }
        """
            .formatted(made, method, method.replaceFirst("[(]", "Again("), WORK));
  }

  @Test
  void what_answers_what_each_call_brings_is_asked_by_all() {
    Found found =
        matcher("int size", "int[] match(String text) { last = text; return sorted(text); }");
    assertEquals(GilLike.COMPUTE, found.gil("this of Matcher9"));
  }

  @Test
  void one_question_may_be_a_step_of_what_its_caller_does() {
    Found found =
        Found.in(
            "public class Step9 { public synchronized int[] match(String text) {"
                + " return sorted(text); } "
                + WORK
                + "}");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Step9").lock().scope());
  }

  @Test
  void what_was_made_for_one_source_is_not() {
    Found found = matcher("java.io.Reader in", "int[] match(String text) { return sorted(text); }");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Matcher9").lock().scope());
  }

  @Test
  void what_brings_nothing_goes_on_with_its_own() {
    Found found = matcher("int size", "int[] next() { return sorted(\"next\"); }");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Matcher9").lock().scope());
  }

  @Test
  void what_only_keeps_what_it_is_given_is_not_asked() {
    Found found =
        matcher("int size", "boolean keep(String text) { last = sorted(text); return true; }");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Matcher9").lock().scope());
  }

  private static String node(String handing) {
    return """
    public class Desk implements Runnable {
      public interface Errand { void work() throws Exception; }
      private final java.util.Queue<Errand> queue = new java.util.concurrent.ConcurrentLinkedQueue<>();
      public void run() {
        try { while (true) { Errand next = queue.poll(); if (next != null) { next.work(); } } }
        catch (Exception e) { return; }
      }
      %s
    }
    """
        .formatted(handing);
  }

  private static final String OFFICE =
      """
      public class Office {
        final Desk desk = new Desk();
        public Office() { new Thread(desk).start(); }
      }
      """;

  @Test
  void a_thread_that_somebody_else_starts_runs_the_jobs_of_callers_who_wait() {
    String waits =
        """
        public void handle(Errand errand) throws Exception {
          java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
          queue.add(() -> { errand.work(); done.countDown(); });
          done.await();
        }
        """;
    assertEquals(GilLike.TOTAL, Found.in(node(waits), OFFICE).gil("the one thread of Desk"));
  }

  @Test
  void a_thread_whose_jobs_nobody_waits_for_is_no_funnel() {
    Found found = Found.in(node("public void handle(Errand one) { queue.add(one); }"), OFFICE);
    assertTrue(!found.ids().contains("the one thread of Desk"), found.ids().toString());
  }

  @Test
  void attempts_that_are_followed_by_nothing_do_not_go_past_the_work_under_a_lock() {
    Found found =
        Found.in(
            """
            public class Store7 {
              static final java.util.concurrent.Semaphore ONE = new java.util.concurrent.Semaphore(1);
              static int seen;
              public static int first() { if (ONE.tryAcquire()) { seen++; ONE.release(); } return seen; }
              public static int second() { if (ONE.tryAcquire()) { seen++; ONE.release(); } return seen; }
              public static byte[] store(byte[] data) throws Exception {
                ONE.acquire();
                try { return digest(digest(digest(data))); } finally { ONE.release(); }
              }
              %s
            }
            """
                .formatted(Found.DIGEST));
    assertEquals(GilLike.COMPUTE, found.gil("static Store7.ONE"));
  }

  @Test
  void numbers_that_say_together_what_a_call_is_about_are_a_question() {
    Found found =
        matcher("int size", "int[] match(int from, int to) { return sorted(\"\" + from); }");
    assertEquals(GilLike.COMPUTE, found.gil("this of Matcher9"));
  }

  @Test
  void one_number_may_be_a_place_in_what_is_read_from_end_to_end() {
    Found found = matcher("int size", "int[] match(int at) { return sorted(\"\" + at); }");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Matcher9").lock().scope());
  }
}
