package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Path;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Locks that one thread alone comes to, and things that are kept but not handed around. */
class AloneTest {

  private static final String DIAL =
      """
      private static Object dial() {
        try { return new java.net.Socket("host", 1); }
        catch (java.io.IOException e) { throw new IllegalStateException(e); }
      }
      """;

  @Test
  void a_task_is_met_by_the_thread_that_runs_it() {
    assertEquals(Scope.PER_INSTANCE, study("this.new Copy()", "this of Study$Copy"));
  }

  @Test
  void what_a_task_works_on_is_met_by_it_and_by_others() {
    assertEquals(Scope.SHARED_INSTANCE, study("() -> write()", "this of Study"));
  }

  private static Scope study(String task, String lock) {
    return Found.in(
            """
            public class Study {
              private final java.util.concurrent.ExecutorService hands;
              private Object last;
              public Study(java.util.concurrent.ExecutorService hands) { this.hands = hands; }
              public synchronized Object write() { return last = dial(); }
              public void copy() { hands.submit(%s); }
              class Copy implements java.util.concurrent.Callable<Object> {
                private Object copied;
                public synchronized Object call() { return copied = dial(); }
              }
              %s
            }
            """
                .formatted(task, DIAL))
        .lock(lock)
        .lock()
        .scope();
  }

  @Test
  void a_thread_that_sleeps_in_each_round_is_a_timer() {
    assertEquals(Path.COLD, heart("Thread.sleep(1000);"));
  }

  @Test
  void a_thread_that_sleeps_when_there_is_nothing_to_do_is_at_work() {
    assertEquals(Path.HOT, heart("if (beats == 0) { Thread.sleep(1000); }"));
  }

  private static Path heart(String rest) {
    return Found.in(
            """
            public class Heart extends Thread {
              static final Object LOCK = new Object();
              private int beats;
              private byte[] blood = new byte[1];
              %s
              @Override public void run() {
                try {
                  while (true) {
                    synchronized (LOCK) { blood = digest(blood); }
                    %s
                  }
                } catch (InterruptedException e) { return; }
              }
              public void beat() { beats++; }
            }
            """
                .formatted(Found.DIGEST, rest))
        .path("static Heart.LOCK");
  }

  @Test
  void what_the_one_thread_of_an_object_does_keeps_nobody_waiting() {
    assertEquals(GilLike.NO, belt(""));
  }

  @Test
  void what_others_do_besides_meets_it() {
    assertEquals(GilLike.TOTAL, belt("public void load() { synchronized (rail) { dial(); } }"));
  }

  private static GilLike belt(String besides) {
    return Found.in(
            """
            public class BeltService {
              private final Object rail = new Object();
              private volatile boolean on = true;
              public void start() { new Thread() { @Override public void run() { roll(); } }.start(); }
              private void roll() { while (on) { synchronized (rail) { dial(); } } }
              %s
              %s
            }
            """
                .formatted(besides, DIAL))
        .gil("field BeltService.rail");
  }

  @Test
  void who_only_keeps_what_he_has_made_to_close_it_shares_nothing() {
    assertEquals(Scope.PER_INSTANCE, house("public void close() { rooms.get(\"\").leave(); }"));
  }

  @Test
  void who_looks_up_what_he_keeps_hands_it_around() {
    assertEquals(
        Scope.SHARED_INSTANCE, house("public Room room(String name) { return rooms.get(name); }"));
  }

  private static Scope house(String method) {
    return Found.in(
            """
            public class House {
              static final House ONLY = new House();
              private final java.util.Map<String, Room> rooms = new java.util.HashMap<>();
              public Room open(String name) {
                Room made = new Room();
                rooms.put(name, made);
                return made;
              }
              %s
            }
            """
                .formatted(method),
            """
            public class Room {
              private Object last;
              public synchronized Object enter() { return last = dial(); }
              public synchronized void leave() { last = null; }
            """
                + DIAL
                + "}")
        .lock("this of Room")
        .lock()
        .scope();
  }

  @Test
  void one_in_a_static_field_says_little_of_the_many_others() {
    String others = "public Pen a() { return new Pen(); } public Pen b() { return new Pen(); }";
    assertEquals(Scope.SHARED_INSTANCE, pen(""));
    assertEquals(Scope.PER_INSTANCE, pen(others));
  }

  private static Scope pen(String others) {
    return Found.in(
            """
            public class Pen {
              private Object last;
              public synchronized Object write() { return last = dial(); }
            """
                + DIAL
                + "}",
            "public class Desk { static final Pen PEN = new Pen(); %s }".formatted(others))
        .lock("this of Pen")
        .lock()
        .scope();
  }

  @Test
  void tables_of_its_own_do_not_show_that_an_object_is_shared() {
    Found found =
        Found.in(
            """
            import java.util.Hashtable;
            public class Notes {
              private final Hashtable<String, Object> old = new Hashtable<>();
              private final Hashtable<String, Object> fresh = new Hashtable<>();
              public synchronized Object note(String key) {
                old.put(key, dial());
                return fresh.put(key, key);
              }
            """
                + DIAL
                + "}");
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Notes").lock().scope());
  }

  @Test
  void a_slip_on_which_its_maker_waits_for_the_answer_is_his() {
    assertEquals(Scope.PER_INSTANCE, answer("Slip slip = new Slip(); last = slip;"));
  }

  @Test
  void what_was_there_before_is_not() {
    assertEquals(Scope.SHARED_INSTANCE, answer("Slip slip = last;"));
  }

  private static Scope answer(String slip) {
    return Found.in(
            """
            public class Desk {
              Slip last = new Slip();
              public Object ask() throws InterruptedException {
                %s
                synchronized (slip) { slip.wait(1000); }
                return slip.answer;
              }
              public void answered() { last.come(dial()); }
              %s
              static class Slip {
                Object answer;
                void come(Object value) {
                  synchronized (this) { answer = Desk.dial(); notify(); }
                }
              }
            }
            """
                .formatted(slip, DIAL))
        .lock("this of Desk$Slip")
        .lock()
        .scope();
  }
}
