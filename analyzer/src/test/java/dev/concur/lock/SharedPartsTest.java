package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Parts that are met by all who share their whole, and work that only seems to go past a lock. */
class SharedPartsTest {

  private static final String DIAL =
      """
      private static Object dial() {
        try { return new java.net.Socket("host", 1); }
        catch (java.io.IOException e) { throw new IllegalStateException(e); }
      }
      """;

  private static final String WIRE =
      """
      public class WireWriter {
        private Object last;
        public synchronized void say(byte[] text) { last = dial(); }
      """
          + DIAL
          + "}";

  private static String calls(String kept, String keep) {
    return """
    public class LineConnection {
      private final WireWriter writer;
      private final %s calls = new %s();
      public LineConnection() { this.writer = new WireWriter(); }
      private Talk talk(int id) { Talk made = new Talk(this, id); calls.%s; return made; }
      public Talk first() { return talk(1); }
      void say(byte[] text) { writer.say(text); }
    }
    """
        .formatted(kept, kept.replace("Map", "HashMap").replace("List", "ArrayList"), keep);
  }

  private static final String TALK =
      """
      public class Talk {
        private final LineConnection connection;
        private final int id;
        Talk(LineConnection connection, int id) { this.connection = connection; this.id = id; }
        public void say(byte[] text) { connection.say(text); }
      }
      """;

  private static final String LINES =
      """
      public class Lines {
        public LineConnection open() { return line(); }
        private LineConnection line() { return new LineConnection(); }
      }
      """;

  @Test
  void the_writer_of_a_connection_is_shared_by_the_talks_that_the_connection_keeps() {
    Found found =
        Found.in(WIRE, calls("java.util.Map<Integer, Talk>", "put(id, made)"), TALK, LINES);
    assertEquals(GilLike.TOTAL, found.gil("this of WireWriter"));
  }

  @Test
  void the_writer_of_a_connection_that_keeps_nobody_is_not_shown_to_be_shared() {
    Found found = Found.in(WIRE, calls("java.util.Map<Integer, Talk>", "size()"), TALK, LINES);
    assertEquals(Scope.PER_INSTANCE, found.lock("this of WireWriter").lock().scope());
  }

  @Test
  void what_a_thread_has_in_common_with_who_keeps_it_is_shared() {
    Found found =
        Found.in(
            """
            public class MouthThread extends Thread {
              final java.io.BufferedWriter out;
              private final java.net.Socket socket;
              MouthThread(java.net.Socket socket, java.io.BufferedWriter out) {
                this.socket = socket;
                this.out = out;
              }
              @Override public void run() {
                try { while (socket.getInputStream().read() >= 0) { } }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
            }
            """,
            """
            public class Phone {
              private MouthThread mouth;
              public void connect() throws java.io.IOException {
                java.net.Socket socket = new java.net.Socket("host", 1);
                mouth =
                    new MouthThread(
                        socket,
                        new java.io.BufferedWriter(
                            new java.io.OutputStreamWriter(socket.getOutputStream())));
                mouth.start();
                new Thread(() -> Voice.say(mouth.out, "ping")).start();
              }
              public void say(String text) { Voice.say(mouth.out, text); }
            }
            """,
            """
            public class Voice {
              static void say(java.io.BufferedWriter out, String text) {
                synchronized (out) {
                  try { out.write(text); out.flush(); }
                  catch (java.io.IOException e) { throw new IllegalStateException(e); }
                }
              }
            }
            """);
    assertEquals(GilLike.TOTAL, found.gil("field MouthThread.out"));
  }

  private static final String FACTORY =
      """
      package shop;
      public class LineFactory implements pool.Factory {
        private final String host;
        private volatile int made;
        public LineFactory(String host) { this.host = host; }
        public synchronized Object makeObject() throws java.io.IOException {
          made++;
          return new java.net.Socket(host, 1);
        }
      }
      """;

  private static final String CONTRACT =
      """
      package pool;
      public interface Factory { Object makeObject() throws java.io.IOException; }
      """;

  @Test
  void what_a_library_asks_for_is_daily_work_though_the_program_checks_it_once() {
    Found found = Found.rootsIn("shop", FACTORY, CONTRACT, opener("shop"));
    assertEquals(GilLike.TOTAL, found.gil("this of shop.LineFactory"));
  }

  @Test
  void what_the_program_alone_asks_for_once_is_no_daily_work() {
    Found found =
        Found.in(
            FACTORY.replace("pool.", "shop."), CONTRACT.replace("pool", "shop"), opener("shop"));
    assertEquals(GilLike.NO, found.gil("this of shop.LineFactory"));
  }

  private static String opener(String in) {
    return """
    package %s;
    public class Opener {
      private LineFactory factory;
      private Object first;
      public Object first() throws java.io.IOException {
        if (first == null) {
          factory = new LineFactory("host");
          first = factory.makeObject();
        }
        return first;
      }
    }
    """
        .formatted(in);
  }

  @Test
  void who_finds_a_thing_by_its_key_in_a_map_of_its_class_shares_it() {
    assertEquals(
        Scope.SHARED_INSTANCE, desk("Map", "put(name, desk)").lock("this of Desk").lock().scope());
  }

  @Test
  void a_list_of_all_things_of_a_class_shows_nothing() {
    assertEquals(Scope.PER_INSTANCE, desk("List", "add(desk)").lock("this of Desk").lock().scope());
  }

  private static Found desk(String kind, String keep) {
    return Found.in(
        """
        public class Desk {
          static final java.util.%s%s ALL = new java.util.%s();
          private Object last;
          public static void keep(String name, Desk desk) { ALL.%s; }
          public synchronized Object serve() { return last = dial(); }
          private static Object dial() {
            try { return new java.net.Socket("host", 1); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """
            .formatted(
                kind,
                kind.equals("Map") ? "<String, Desk>" : "<Desk>",
                kind.equals("Map") ? "HashMap<>" : "ArrayList<>",
                keep));
  }

  @Test
  void one_caller_at_a_time_at_a_generator_that_asks_a_database() {
    assertEquals(GilLike.TOTAL, numbers("NumberGenerator").gil("this of NumberGenerator"));
  }

  @Test
  void one_caller_at_a_time_at_something_of_unknown_use_shows_nothing() {
    assertEquals(Scope.PER_INSTANCE, numbers("Number7").lock("this of Number7").lock().scope());
  }

  private static Found numbers(String name) {
    return Found.in(
        """
        public class %s {
          private int next;
          public String table() { return String.valueOf(next); }
          public String column() { return table().trim(); }
          public synchronized int next(java.sql.Connection connection) throws java.sql.SQLException {
            next = connection.prepareStatement("select n from t").executeUpdate();
            return next;
          }
        }
        """
            .formatted(name));
  }

  @Test
  void what_the_maker_of_a_lock_does_besides_is_no_other_way_to_the_work_of_those_who_take_it() {
    Found found =
        Found.in(
            """
            public class Archive {
              private final java.io.RandomAccessFile file;
              public Archive(java.io.RandomAccessFile file) { this.file = file; }
              public Piece piece(long at) { return new Piece(file, at); }
              public void copy(java.net.URL from) throws java.io.IOException {
                from.openStream().readAllBytes();
              }
            }
            """,
            """
            public class Piece {
              private final java.io.RandomAccessFile file;
              private final long at;
              Piece(java.io.RandomAccessFile file, long at) { this.file = file; this.at = at; }
              public int read(byte[] into) throws java.io.IOException {
                synchronized (file) { file.seek(at); return file.read(into); }
              }
            }
            """);
    assertEquals(GilLike.TOTAL, found.gil("field Archive.file"));
  }

  @Test
  void what_serves_many_by_its_name_but_is_made_for_each_visit_is_not_shared() {
    Found found =
        Found.in(
            """
            public class LineFactory {
              private Object last;
              public String host() { return String.valueOf(last); }
              public String port() { return host().trim(); }
              public synchronized Object open() { return last = dial(); }
            """
                + DIAL
                + "}",
            """
            public class Visit {
              private LineFactory lines;
              public Object open() { return lines().open(); }
              private LineFactory lines() { return lines == null ? make() : lines; }
              private LineFactory make() { LineFactory made = new LineFactory(); keep(made); return made; }
              private void keep(LineFactory made) { lines = made; }
            }
            """);
    assertEquals(Scope.PER_INSTANCE, found.lock("this of LineFactory").lock().scope());
  }

  @Test
  void a_pool_that_grows_when_its_queue_is_full_is_no_single_thread() {
    assertEquals(1, funnels("1, 10", "java.util.concurrent.LinkedBlockingQueue<>()"));
    assertEquals(1, funnels("1, 1", "java.util.concurrent.ArrayBlockingQueue<>(9)"));
    assertEquals(0, funnels("1, 10", "java.util.concurrent.ArrayBlockingQueue<>(9)"));
    assertEquals(0, funnels("1, 10", "java.util.concurrent.LinkedBlockingQueue<>(9)"));
  }

  private static long funnels(String threads, String queue) {
    Found found =
        Found.in(
            """
            import java.util.concurrent.*;
            public class Counter {
              private static final ExecutorService POOL =
                  new ThreadPoolExecutor(%s, 60L, TimeUnit.SECONDS, new %s);
              public Future<Object> ask(String host) { return POOL.submit(() -> dial(host)); }
              public Future<Object> tell(String host) { return POOL.submit(() -> dial(host)); }
              private static Object dial(String host) throws java.io.IOException {
                return new java.net.Socket(host, 1);
              }
            }
            """
                .formatted(threads, queue));
    return found.ids().stream().filter(id -> id.startsWith("the one thread of")).count();
  }
}
