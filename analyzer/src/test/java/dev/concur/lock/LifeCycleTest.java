package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

/** What an object does once or now and then in its life, and daily work of a similar name. */
class LifeCycleTest {

  @Test
  void an_object_that_connects_itself_does_so_once() {
    assertEquals(GilLike.NO, plant("void connect() { dial(); }"));
  }

  @Test
  void a_factory_that_answers_with_connections_is_at_its_daily_work() {
    assertEquals(GilLike.TOTAL, plant("Socket connect() { return dial(); }"));
  }

  @Test
  void the_inner_half_of_a_method_is_as_rare_as_the_whole() {
    assertEquals(GilLike.NO, plant("void loginInternal() { dial(); }"));
    assertEquals(GilLike.NO, plant("void connect0() { dial(); }"));
    assertEquals(GilLike.TOTAL, plant("void sendInternal() { dial(); }"));
  }

  @Test
  void what_is_rolled_back_is_the_exception() {
    assertEquals(GilLike.NO, plant("void rollback() { dial(); }"));
  }

  @Test
  void a_flush_alone_writes_what_daily_work_has_left() {
    assertEquals(GilLike.NO, plant("void flush() { dial(); }"));
    assertEquals(GilLike.NO, plant("void refresh() { dial(); }"));
    assertEquals(GilLike.NO, plant("void releaseExternalResources() { dial(); }"));
  }

  @Test
  void what_is_flushed_by_number_is_daily_work() {
    assertEquals(GilLike.TOTAL, plant("void flush(long page) { dial(); }"));
  }

  @Test
  void what_only_the_end_of_its_class_calls_is_as_rare_while_the_program_uses_it_otherwise() {
    assertEquals(Path.COLD, ledger("class Office { int ask(Ledger of) { return of.sum(); } }"));
    assertEquals(Path.HOT, ledger("class Office { }"));
  }

  private static Path ledger(String office) {
    return Found.in(
            """
            public class Ledger {
              private volatile Object wire;
              private int sum;
              public int sum() { return sum++; }
              public synchronized void surrender() {
                try { wire = new java.net.Socket("host", 1); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
              public void shutdown() { surrender(); }
            }
            """,
            office)
        .path("this of Ledger");
  }

  @Test
  void what_only_a_management_bean_shows_is_for_those_who_administer() {
    String users =
        """
        public class UserStore {
          private volatile Object wire;
          public synchronized Object find(String name) {
            try { return wire = new java.net.Socket("host", 1); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """;
    String contract = "public interface %s { Object findUser(String name); }";
    String desk =
        """
        public class Desk implements %s {
          private static final UserStore STORE = new UserStore();
          public Object findUser(String name) { return STORE.find(name); }
        }
        """;

    for (String shown : new String[] {"DeskMBean", "UsersMXBean"}) {
      Found found = Found.in(users, contract.formatted(shown), desk.formatted(shown));
      assertEquals(Path.COLD, found.path("this of UserStore"));
    }
    Found daily = Found.in(users, contract.formatted("Users"), desk.formatted("Users"));
    assertEquals(Path.HOT, daily.path("this of UserStore"));
  }

  @Test
  void a_management_bean_that_the_program_asks_itself_is_at_its_daily_work() {
    String mail =
        """
        public class Mail implements MailMBean {
          private volatile Object wire;
          public synchronized Object send(String text) {
            try { return wire = new java.net.Socket("host", 1); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """;
    String shown = "public interface MailMBean { Object send(String text); }";

    assertEquals(Path.COLD, Found.in(shown, mail).path("this of Mail"));
    assertEquals(
        Path.HOT,
        Found.in(
                shown,
                mail,
                "public class Shop { Mail mail = new Mail();"
                    + " public void buy(String what) { mail.send(what); } }")
            .path("this of Mail"));
  }

  @Test
  void what_extends_a_bean_of_the_jdk_is_one_as_a_whole() {
    assertEquals(
        Path.COLD,
        Found.in(
                """
                public class Control extends javax.management.StandardMBean {
                  private volatile Object wire;
                  public Control() throws javax.management.NotCompliantMBeanException {
                    super(Runnable.class);
                  }
                  public synchronized Object commitPrepared(String what) {
                    try { return wire = new java.net.Socket("host", 1); }
                    catch (java.io.IOException e) { throw new IllegalStateException(e); }
                  }
                }
                """)
            .path("this of Control"));
  }

  @Test
  void members_that_come_and_go_are_no_daily_work() {
    assertEquals(GilLike.NO, plant("void handleTopologyChange() { dial(); }"));
    assertEquals(GilLike.NO, plant("void nodesChanged() { dial(); }"));
    assertEquals(GilLike.NO, plant("void failoverOrReconnect() { dial(); }"));
    assertEquals(GilLike.NO, plant("Object onMemberLeft() { return dial(); }"));
    assertEquals(GilLike.NO, plant("Object doDeploy() { return dial(); }"));
    assertEquals(GilLike.NO, plant("Object rebuildTokens() { return dial(); }"));
  }

  @Test
  void elections_and_what_goes_wrong_are_no_daily_work() {
    assertEquals(GilLike.NO, plant("Object holdElection() { return dial(); }"));
    assertEquals(GilLike.NO, plant("void onException() { dial(); }"));
    assertEquals(GilLike.NO, plant("void notifyLoggerCreated(String name) { dial(); }"));
  }

  @Test
  void all_is_verified_now_and_then_and_signatures_daily() {
    assertEquals(GilLike.NO, plant("boolean verify(boolean loudly) { dial(); return true; }"));
    assertEquals(GilLike.TOTAL, plant("boolean verify(byte[] signature) { dial(); return true; }"));
  }

  @Test
  void what_a_flag_that_is_set_at_the_end_keeps_out_is_done_once() {
    String once =
        "Object ask(boolean loudly) { if (!done) { seen = dial(); } if (loudly) { seen = null; }"
            + " done = true; return seen; } private static boolean done; private static Object seen;"
            + " static void nothing() {}";
    assertEquals(GilLike.NO, plant(once));
    assertEquals(GilLike.TOTAL, plant(once.replace("done = true;", "done = loudly;")));
  }

  @Test
  void a_flag_that_only_keeps_recursion_out_makes_nothing_rare() {
    assertEquals(
        GilLike.TOTAL,
        plant(
            "Object tell() { if (telling) { return null; } try { telling = true; return dial(); }"
                + " finally { telling = false; } } private static boolean telling;"
                + " static void nothing() {}"));
  }

  @Test
  void what_is_done_whenever_something_is_set_is_daily_work() {
    assertEquals(
        GilLike.TOTAL,
        Found.in(
                """
                public class Journal {
                  static synchronized Object log() {
                    try { return new java.net.Socket("host", 1); }
                    catch (java.io.IOException e) { throw new IllegalStateException(e); }
                  }
                }
                """,
                "public class Deal { int state;"
                    + " public void setState(int state) { this.state = state; Journal.log(); } }")
            .gil("class Journal"));
  }

  @Test
  void what_the_making_of_daily_objects_takes_is_taken_daily() {
    String profile =
        """
        public class Profile {
          private static final Object LOCK = new Object();
          Profile() { load(); }
          private void load() {
            synchronized (LOCK) {
              try { new java.net.Socket("host", 1).close(); }
              catch (java.io.IOException e) { throw new IllegalStateException(e); }
            }
          }
          public static Profile of(String name) { return new Profile(); }
        }
        """;
    assertEquals(GilLike.TOTAL, Found.in(profile).gil("static Profile.LOCK"));
    assertEquals(
        GilLike.NO,
        Found.in(profile.replace("Profile", "ProfileStore")).gil("static ProfileStore.LOCK"));
  }

  @Test
  void what_a_scheduler_runs_again_and_again_is_upkeep() {
    String source =
        """
        import java.util.concurrent.*;
        public class Reporter {
          private static final ScheduledExecutorService CLOCK =
              Executors.newSingleThreadScheduledExecutor();
          public void start() {
            CLOCK.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
          }
          public void report() { synchronized (Reporter.class) { dial(); } }
          private static Object dial() {
            try { return new java.net.Socket("host", 1); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """;
    assertEquals(GilLike.NO, Found.in(source).gil("class Reporter"));
    assertEquals(
        GilLike.TOTAL,
        Found.in(
                source.replace(
                    "scheduleAtFixedRate(this::report, 1, 1,", "schedule(this::report, 1,"))
            .gil("class Reporter"));
  }

  @Test
  void what_only_a_command_of_a_library_calls_is_there_for_others() {
    assertEquals(
        GilLike.TOTAL,
        Found.in(
                """
                public class Maker {
                  public static synchronized Object make() {
                    try { return new java.net.Socket("host", 1); }
                    catch (java.io.IOException e) { throw new IllegalStateException(e); }
                  }
                }
                """,
                "public class Tool { public static void main(String[] a) { Maker.make(); } }")
            .gil("class Maker"));
  }

  @Test
  void what_is_done_about_a_failure_is_no_daily_work() {
    assertEquals(GilLike.NO, plant("Object handleProviderFailure() { return dial(); }"));
    assertEquals(GilLike.NO, plant("Object onConnectionInterrupted() { return dial(); }"));
    assertEquals(GilLike.NO, plant("Object primaryFail() { return dial(); }"));
    assertEquals(GilLike.NO, plant("void sessionCreated(Object session) { dial(); }"));
  }

  @Test
  void a_lock_says_by_its_name_that_it_orders_starting_and_ending() {
    for (String name : new String[] {"startStopLock", "LIFECYCLE_MONITOR", "connectLock"}) {
      assertEquals(GilLike.NO, station(name), name);
    }
    for (String name : new String[] {"connectionLock", "stateLock", "startedTasksLock"}) {
      assertEquals(GilLike.TOTAL, station(name), name);
    }
  }

  private static GilLike station(String lock) {
    return Found.in(
            """
            public class Station {
              private static final Object %s = new Object();
              public static Object ask() {
                synchronized (%s) {
                  try { return new java.net.Socket("host", 1); }
                  catch (java.io.IOException e) { throw new IllegalStateException(e); }
                }
              }
            }
            """
                .formatted(lock, lock))
        .gil("static Station." + lock);
  }

  @Test
  void the_side_of_readers_is_known_by_the_name_of_its_getter() {
    assertEquals(GilLike.NO, map("readLock"));
    assertEquals(GilLike.TOTAL, map("writeLock"));
  }

  private static GilLike map(String side) {
    return Found.in(
            """
            import java.util.concurrent.locks.*;
            public abstract class PageStore {
              public abstract Lock %s();
              public static PageStore one;
              static synchronized void keep(PageStore store) { one = store; }
              public Object page() {
                Lock l = %s();
                l.lock();
                try { return new java.net.Socket("host", 1); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
                finally { l.unlock(); }
              }
            }
            """
                .formatted(side, side),
            pages("Pages", side),
            pages("Others", side))
        .gil("field Pages.lock");
  }

  private static String pages(String name, String side) {
    return """
        import java.util.concurrent.locks.*;
        class %s extends PageStore {
          private final Lock lock = new ReentrantLock();
          static { keep(new %s()); }
          @Override public Lock %s() { return lock; }
        }
        """
        .formatted(name, name, side);
  }

  @Test
  void methods_that_are_strung_together_describe_what_an_object_should_be_like() {
    assertEquals(GilLike.NO, paths("Routes", "add", "return this;"));
    assertEquals(GilLike.COMPUTE, paths("byte[]", "add", "return last;"));
    assertEquals(GilLike.COMPUTE, paths("Routes", "update", "return this;"));
  }

  private static GilLike paths(String answer, String name, String end) {
    return Found.in(
            """
            public class Routes {
              public static final Routes ALL = new Routes();
              private byte[] last = new byte[1];
              %s
              public synchronized %s %s(byte[] path) { last = digest(digest(path)); %s }
            }
            """
                .formatted(Found.DIGEST, answer, name, end))
        .gil("this of Routes");
  }

  @Test
  void what_has_itself_run_again_later_is_upkeep() {
    String watch =
        """
        import java.util.concurrent.*;
        public class Watch implements Runnable {
          private static final ScheduledExecutorService CLOCK =
              Executors.newSingleThreadScheduledExecutor();
          @Override public void run() {
            synchronized (Watch.class) { dial(); }
            CLOCK.%s;
          }
          private static Object dial() {
            try { return new java.net.Socket("host", 1); }
            catch (java.io.IOException e) { throw new IllegalStateException(e); }
          }
        }
        """;
    String later = "schedule(this, 1, TimeUnit.MINUTES)";
    assertEquals(GilLike.NO, Found.in(watch.formatted(later)).gil("class Watch"));
    assertEquals(GilLike.TOTAL, Found.in(watch.formatted("execute(() -> { })")).gil("class Watch"));
  }

  private static GilLike plant(String method) {
    return Found.in(
            """
            import java.net.Socket;
            public class Plant {
              private static Socket dial() {
                try { return new Socket("host", 1); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
              public static synchronized %s
            }
            """
                .formatted(method))
        .gil("class Plant");
  }
}
