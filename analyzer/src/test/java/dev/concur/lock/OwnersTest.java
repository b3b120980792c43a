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
}
