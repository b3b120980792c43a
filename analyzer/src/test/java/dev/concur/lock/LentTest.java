package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Objects that one thread at a time has for itself, and slips that say how they are used. */
class LentTest {

  private static final String BOAT =
      """
      import java.sql.*;
      public class Boat {
        private final Connection connection;
        Boat(Connection connection) { this.connection = connection; }
        public synchronized int ask(String sql) throws SQLException {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        }
      }
      """;

  @Test
  void what_was_made_for_a_slip_that_waits_in_a_queue_is_lent() {
    assertEquals(Scope.PER_INSTANCE, pier("new Slip(new Boat(connection))"));
  }

  @Test
  void what_a_task_in_a_queue_has_from_its_caller_is_not_lent() {
    assertEquals(Scope.SHARED_INSTANCE, pier("new Slip(boat)"));
  }

  private static Scope pier(String slip) {
    return Found.in(
            BOAT,
            "class Slip { final Boat boat; int used; Slip(Boat boat) { this.boat = boat; } }",
            """
            import java.sql.*;
            import java.util.*;
            public class Pier {
              private final Deque<Slip> free = new ArrayDeque<>();
              private final Connection connection;
              private final Boat boat;
              public Pier(Connection connection) {
                this.connection = connection;
                this.boat = new Boat(connection);
              }
              private void back(Slip slip) { synchronized (free) { free.addLast(slip); } }
              private Slip out() { synchronized (free) { return free.pollLast(); } }
              public int row(String sql) throws SQLException {
                Slip slip = out();
                if (slip == null) { slip = %s; }
                try { slip.used++; return slip.boat.ask(sql); } finally { back(slip); }
              }
            }
            """
                .formatted(slip))
        .lock("this of Boat")
        .lock()
        .scope();
  }

  @Test
  void what_only_a_pool_makes_is_lent() {
    assertEquals(Scope.PER_INSTANCE, boats("BoatPool"));
    assertEquals(Scope.SHARED_INSTANCE, boats("BoatYard"));
  }

  private static Scope boats(String maker) {
    return Found.in(
            BOAT,
            """
            import java.sql.*;
            public class %s {
              private final Connection connection;
              public %s(Connection connection) { this.connection = connection; }
              public Boat next() { return new Boat(connection); }
            }
            """
                .formatted(maker, maker))
        .lock("this of Boat")
        .lock()
        .scope();
  }

  @Test
  void what_each_thread_keeps_for_itself_is_in_no_registry() {
    assertEquals(
        Scope.SHARED_INSTANCE,
        ferry("Map<String, Barge> BARGES = new HashMap<>()", "put(\"x\", one)"));
    assertEquals(
        Scope.PER_INSTANCE, ferry("ThreadLocal<Barge> BARGES = new ThreadLocal<>()", "set(one)"));
  }

  private static Scope ferry(String keeps, String puts) {
    return Found.in(
            """
            public class Barge {
              private int sum;
              public synchronized int ask(String text) {
                for (char c : text.toCharArray()) { sum += c * 31; }
                return sum;
              }
            }
            """,
            """
            import java.util.*;
            public class Ferry implements Runnable {
              private static final %s;
              public void run() {
                Barge one = new Barge();
                BARGES.%s;
                one.ask("over");
              }
              static int again(String text) { return BARGES.get(%s).ask(text); }
            }
            """
                .formatted(keeps, puts, keeps.startsWith("Map") ? "\"x\"" : ""))
        .lock("this of Barge")
        .lock()
        .scope();
  }
}
