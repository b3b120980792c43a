package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Objects that pass calls on under a lock of their own. */
class DecoratorsTest {

  private static final String PRESS =
      "public interface Press { byte[] ink(byte[] d); byte[] dry(byte[] d); byte[] cut(byte[] d);"
          + " byte[] fold(byte[] d); }";

  @Test
  void what_passes_most_of_its_methods_on_under_its_lock_is_shared() {
    assertEquals(
        GilLike.TOTAL, Found.in(PRESS, decorator("synchronized")).gil("this of OneAtATime"));
  }

  @Test
  void what_an_inherited_method_passes_on_is_passed_on() {
    String plain = decorator("").replace("OneAtATime", "Plain").replace("final class", "class");
    Found found =
        Found.in(
            PRESS,
            plain,
            """
            public final class Locked extends Plain {
              public Locked(Press press) { super(press); }
              public synchronized byte[] ink(byte[] d) { return super.ink(d); }
              public synchronized byte[] dry(byte[] d) { return super.dry(d); }
              public synchronized byte[] cut(byte[] d) { return super.cut(d); }
            }
            """);
    assertEquals(Scope.SHARED_INSTANCE, found.lock("this of Locked").lock().scope());
  }

  @Test
  void what_passes_one_of_four_on_under_its_lock_may_do_so_by_chance() {
    Found found = Found.in(PRESS, decorator("").replace("byte[] ink(", "synchronized byte[] ink("));
    assertEquals(Scope.PER_INSTANCE, found.lock("this of OneAtATime").lock().scope());
  }

  @Test
  void a_connection_that_only_stands_for_another_is_each_caller_s_own() {
    String wrapper =
        """
        import java.sql.*;
        public abstract class Lent implements Connection {
          private final Connection real;
          protected Lent(Connection real) { this.real = real; }
          public synchronized PreparedStatement prepareStatement(String sql) throws SQLException {
            return real.prepareStatement(sql);
          }
          public synchronized void commit() throws SQLException { real.commit(); }
          public synchronized boolean isValid(int seconds) throws SQLException {
            return real.isValid(seconds);
          }
        }
        """;
    assertEquals(GilLike.NO, Found.in(wrapper).gil("this of Lent"));
  }

  @Test
  void a_connection_that_has_the_wire_itself_is_shared() {
    String driver =
        """
        import java.io.*;
        import java.net.Socket;
        import java.sql.*;
        public abstract class Wired implements Connection {
          private final Socket socket;
          protected Wired(Socket socket) { this.socket = socket; }
          public synchronized int ask(byte[] question) throws IOException {
            socket.getOutputStream().write(question);
            return socket.getInputStream().read();
          }
        }
        """;
    assertEquals(GilLike.TOTAL, Found.in(driver).gil("this of Wired"));
  }

  @Test
  void what_a_proxy_leaves_to_a_locked_method_of_its_handler_is_shared() {
    assertEquals(Scope.SHARED_INSTANCE, handler("ask(method.getName(), args)"));
  }

  @Test
  void what_a_handler_asks_of_itself_besides_is_not_passed_on() {
    assertEquals(Scope.PER_INSTANCE, handler("ask(\"ping\", null)"));
  }

  private static Scope handler(String asks) {
    return Found.in(
            """
            import java.lang.reflect.*;
            public class Line implements InvocationHandler {
              private int calls;
              public Object invoke(Object proxy, Method method, Object[] args) { return %s; }
              private synchronized Object ask(String name, Object[] args) {
                calls++;
                return name;
              }
            }
            """
                .formatted(asks))
        .lock("this of Line")
        .lock()
        .scope();
  }

  private static String decorator(String modifier) {
    String body =
        "public class OneAtATime implements Press { private final Press real;"
            + " public OneAtATime(Press real) { this.real = real; }";
    for (String method : new String[] {"ink", "dry", "cut", "fold"}) {
      body +=
          " public %s byte[] %s(byte[] d) { return real.%s(d); }"
              .formatted(modifier, method, method);
    }
    return body + " }";
  }

  @Test
  void what_a_proxy_is_asked_for_runs_while_its_handler_holds_its_lock() {
    assertEquals(GilLike.TOTAL, passingOn("implements InvocationHandler"));
  }

  @Test
  void reflection_elsewhere_is_bookkeeping() {
    assertEquals(GilLike.NO, passingOn(""));
  }

  private static GilLike passingOn(String handles) {
    return Found.in(
            """
            import java.lang.reflect.*;
            import java.util.concurrent.locks.*;
            public final class OneByOne %s {
              private final Object wire;
              private final Lock lock = new ReentrantLock();
              public OneByOne(Object wire) { this.wire = wire; }
              public Object invoke(Object proxy, Method asked, Object[] given) throws Throwable {
                lock.lock();
                try { return asked.invoke(wire, given); } finally { lock.unlock(); }
              }
            }
            """
                .formatted(handles))
        .gil("field OneByOne.lock");
  }
}
