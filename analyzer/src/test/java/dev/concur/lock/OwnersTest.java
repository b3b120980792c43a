package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose an object is: one caller's, or that of many small objects that were given it. */
class OwnersTest {

  private static final String DIAL =
      """
      private static Object dial() {
        try { return new java.net.Socket("host", 1); }
        catch (java.io.IOException e) { throw new IllegalStateException(e); }
      }
      """;

  @Test
  void many_small_objects_that_lock_what_they_were_given_have_it_in_common() {
    Found found =
        Found.in(
            """
            public class Tree {
              public Leaf leaf() { return new Leaf(this); }
              public synchronized int count() { return 1; }
            }
            """,
            """
            public class Leaf {
              private final Tree tree;
              private Object data;
              Leaf(Tree tree) { this.tree = tree; }
              public void grow() { synchronized (tree) { data = dial(); } }
              public Object data() { synchronized (tree) { return dial(); } }
              public void fall() { synchronized (tree) { dial(); data = null; } }
            """
                + DIAL
                + "}");

    assertEquals(Scope.SHARED_INSTANCE, found.lock("this of Tree").lock().scope());
    assertEquals(GilLike.TOTAL, found.gil("this of Tree"));
  }

  @Test
  void the_many_that_are_made_and_lock_what_they_were_given_are_a_sign_beside_a_name() {
    assertEquals(Scope.SHARED_INSTANCE, walk("Engine").lock("this of Engine").lock().scope());
  }

  @Test
  void without_a_name_that_serves_many_they_are_not_enough() {
    assertEquals(Scope.PER_INSTANCE, walk("Motor").lock("this of Motor").lock().scope());
  }

  @Test
  void a_part_that_its_whole_is_given_when_it_is_made_is_found_where_the_whole_is() {
    assertEquals(Scope.SHARED_INSTANCE, boiler("this(heater, 1)"));
    assertEquals(Scope.PER_INSTANCE, boiler("this(null, 1)"));
  }

  private static Scope boiler(String constructor) {
    return Found.in(
            """
            public class Boiler {
              private static final Boiler ONE = make();
              private final Heater heater;
              private Boiler(Heater heater) { %s; }
              private Boiler(Heater heater, int size) { this.heater = heater; }
              private static Boiler make() {
                Heater heater = new Heater();
                return new Boiler(heater);
              }
              public static Object warm() { return ONE.heater.ask(); }
            }
            """
                .formatted(constructor),
            """
            public class Heater {
              private Object kept;
              public synchronized Object ask() { kept = dial(); return kept; }
            %s}
            """
                .formatted(DIAL))
        .lock("this of Heater")
        .lock()
        .scope();
  }

  /** Each walk locks what its steps belong to, in one place. */
  private static Found walk(String owner) {
    return Found.in(
        """
        public class Engine {
          private int count;
          public Walk find() { return walk(); }
          private Walk walk() { return new Walk(new Steps(this)); }
          public synchronized void count() { count++; }
        }
        """
            .replace("Engine", owner),
        "class Steps { final Engine engine; Steps(Engine engine) { this.engine = engine; } }"
            .replace("Engine", owner),
        """
        public class Walk {
          private final Steps steps;
          private Object last;
          Walk(Steps steps) { this.steps = steps; }
          public Object next() { synchronized (steps.engine) { last = dial(); } return last; }
        """
            + DIAL
            + "}");
  }

  @Test
  void what_a_container_sets_up_is_there_for_all() {
    String counter =
        """
        public class Counter %s {
          private Object last;
          public synchronized Object next() { return last = dial(); }
          public void destroy() {}
        """
            + DIAL
            + "}";
    Found bean =
        Found.rootsIn(
            "app",
            "package app; "
                + counter.formatted("implements org.springframework.beans.factory.DisposableBean"),
            """
            package org.springframework.beans.factory;
            public interface DisposableBean { void destroy(); }
            """);

    assertEquals(GilLike.TOTAL, bean.gil("this of app.Counter"));
    assertEquals(GilLike.NO, Found.in(counter.formatted("")).gil("this of Counter"));
  }

  @Test
  void what_an_interface_brings_along_is_no_way_past_the_lock() {
    Found found =
        Found.in(
            """
            public class Barn {
              static final Object LOCK = new Object();
              private byte[] hay = new byte[1];
              public void store() { synchronized (LOCK) { hay = digest(digest(digest(hay))); } }
              public byte[] trace(byte[] text) { return Tracing.trace(this, text); }
            """
                + Found.DIGEST
                + "}",
            """
            class Tracing {
              static byte[] trace(Barn barn, byte[] text) {
                for (int i = 0; i < 9; i++) { text = Barn.digest(Barn.digest(text)); }
                return text;
              }
            }
            """);

    assertEquals(1, found.lock("static Barn.LOCK").heldShare().middle(), 0.01);
  }

  @Test
  void a_part_of_something_that_is_made_for_one_use_is_not_shared_because_that_is() {
    Found found =
        Found.in(
            """
            public class Parts {
              private Object last;
              public synchronized Object next() { return last = dial(); }
            """
                + DIAL
                + "}",
            """
            public class Letter {
              static final Letter FIRST = new Letter();
              private final Parts parts = new Parts();
              public Object next() { return parts.next(); }
            }
            """,
            """
            public class Post {
              public Object write() { return send(); }
              private Object send() { return new Letter().next(); }
            }
            """);

    assertEquals(Scope.PER_INSTANCE, found.lock("this of Parts").lock().scope());
  }

  @Test
  void what_its_contract_hands_to_one_caller_is_not_shared() {
    Found found =
        Found.in(
            """
            public abstract class Wrapped implements java.sql.Statement {
              private final java.sql.Statement inner;
              private final java.io.PrintWriter log = new java.io.PrintWriter(System.out);
              Wrapped(java.sql.Statement inner) { this.inner = inner; }
              public synchronized boolean execute(String sql) throws java.sql.SQLException {
                return inner.execute(sql);
              }
              public synchronized int executeUpdate(String sql) throws java.sql.SQLException {
                return inner.executeUpdate(sql);
              }
            }
            """);

    assertEquals(Scope.PER_INSTANCE, found.lock("this of Wrapped").lock().scope());
  }

  @Test
  void who_has_what_each_kind_of_it_owns_shares_that() {
    assertEquals(Scope.SHARED_INSTANCE, writer(TALKING).lock("this of Writer").lock().scope());
  }

  @Test
  void who_has_what_one_kind_of_it_does_without_shares_nothing() {
    String recording =
        """
        public class Recording implements Line {
          private final java.util.List<byte[]> said = new java.util.ArrayList<>();
          public void say(byte[] text) { said.add(text); }
          public int answer() { return said.size(); }
        }
        """;
    Found found = writer(TALKING, recording);
    assertEquals(Scope.PER_INSTANCE, found.lock("this of Writer").lock().scope());
  }

  private static final String TALKING =
      """
      public class Talking implements Line {
        private final java.net.Socket socket;
        public Talking(java.net.Socket socket) { this.socket = socket; }
        public void say(byte[] text) throws java.io.IOException { socket.getOutputStream().write(text); }
        public int answer() throws java.io.IOException { return socket.getInputStream().read(); }
      }
      """;

  private static Found writer(String... lines) {
    List<String> units = new ArrayList<>(List.of(lines));
    units.add(
        """
        public interface Line {
          void say(byte[] text) throws java.io.IOException;
          int answer() throws java.io.IOException;
        }
        """);
    units.add(
        """
        public class Writer {
          private final Line line;
          public Writer(Line line) { this.line = line; }
          public synchronized int ask(byte[] text) throws java.io.IOException {
            line.say(text);
            return line.answer();
          }
        }
        """);
    return Found.in(units.toArray(String[]::new));
  }

  @Test
  void what_a_function_of_a_static_factory_makes_is_made_when_outsiders_ask() {
    assertEquals(Scope.SHARED_INSTANCE, ledger("static"));
  }

  @Test
  void what_a_function_of_an_object_makes_is_made_daily() {
    assertEquals(Scope.PER_INSTANCE, ledger(""));
  }

  /** Ledgers that a function in a method with these modifiers makes. */
  private static Scope ledger(String modifiers) {
    Found found =
        Found.in(
            """
            public class Ledger {
              private final java.util.concurrent.locks.Lock lock =
                  new java.util.concurrent.locks.ReentrantLock();
              public Object write() {
                lock.lock();
                try { return dial(); } finally { lock.unlock(); }
              }
            """
                + DIAL
                + "}",
            """
            import java.util.function.Supplier;
            public class Books {
              public %s Ledger ledger(String name) {
                return made(new Supplier<Ledger>() {
                  @Override public Ledger get() { name.length(); return new Ledger(); }
                });
              }
              private static Ledger made(Supplier<Ledger> maker) { return maker.get(); }
            }
            """
                .formatted(modifiers));
    return found.lock("field Ledger.lock").lock().scope();
  }
}
