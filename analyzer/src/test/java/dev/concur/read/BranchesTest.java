package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.lock.Snippet;
import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

class BranchesTest {

  private static final Facts PROGRAM =
      ProgramReader.read(
          Snippet.compile(
              """
              package mill;

              import java.io.*;
              import java.util.concurrent.atomic.AtomicBoolean;

              public class Mill {
                interface Rules {
                  boolean isOutdated();
                  boolean isStrict();
                  boolean reloadingRequired();
                  void load();
                }

                private final AtomicBoolean opened = new AtomicBoolean();
                private final AtomicBoolean unpublished = new AtomicBoolean();
                private final AtomicBoolean busy = new AtomicBoolean();
                private Rules rules;

                Mill(boolean publishes) {
                  unpublished.set(publishes);
                }

                void first() {
                  if (opened.compareAndSet(false, true)) {
                    greet();
                  }
                }

                void announced() {
                  if (unpublished.getAndSet(false)) {
                    greet();
                  }
                }

                void later() {
                  if (!unpublished.getAndSet(false)) {
                    greet();
                  }
                }

                void oneAtATime() {
                  if (busy.compareAndSet(false, true)) {
                    greet();
                    busy.set(false);
                  }
                }

                void checked() {
                  if (rules.isOutdated()) {
                    rules.load();
                  }
                  if (rules.reloadingRequired()) {
                    refresh();
                  }
                  if (rules.isStrict()) {
                    read();
                  }
                }

                void delete(File file) throws Exception {
                  if (!file.delete()) {
                    Thread.sleep(10);
                    if (!file.delete()) {
                      throw new IOException("still there");
                    }
                  }
                }

                boolean rename(File from, File to) throws Exception {
                  for (int i = 0; i < 5; i++) {
                    if (from.renameTo(to)) {
                      return true;
                    }
                    Thread.sleep(10);
                  }
                  return false;
                }

                void started(String[] names) {
                  if (names.length == 0) {
                    greet();
                    System.exit(2);
                  }
                  if (names.length > 9) {
                    read();
                    quit("too many");
                  }
                  if (names.length == 8) {
                    refresh();
                    System.exit(0);
                  }
                  search(names[0]);
                }

                private static void quit(String why) {
                  System.err.println(why);
                  System.exit(1);
                }

                void untilReady() throws Exception {
                  while (!isReady()) {
                    Thread.sleep(10);
                  }
                }

                boolean isReady() {
                  return rules != null;
                }

                private boolean closed() {
                  return rules == null;
                }

                void untilClosed() throws Exception {
                  while (!closed()) {
                    turn();
                    Thread.sleep(10);
                  }
                }

                /** What compilers wrote before Java 11 for a field of the class around. */
                static boolean access$000(Mill mill) {
                  return mill.rules == null;
                }

                void untilStopped() throws Exception {
                  while (!access$000(this)) {
                    turn();
                    Thread.sleep(10);
                  }
                }

                private final java.util.Map<Object, Object> made = new java.util.HashMap<>();

                Object plugin(Class<?> type) {
                  Object found = made.get(type);
                  if (found == null) {
                    found = search(type.getName());
                    made.put(type, found);
                  }
                  return found;
                }

                private static final ThreadLocal<Mill> CURRENT = new ThreadLocal<>();
                private Object wheel;

                Object getWheel() {
                  return wheel;
                }

                void setWheel(Object made) {
                  wheel = made;
                }

                static void turn() {
                  if (CURRENT.get().getWheel() == null) {
                    Mill mill = new Mill(true);
                    CURRENT.get().setWheel(mill.search("wheel"));
                  }
                }

                Object page(String name) {
                  Object found = made.get(name);
                  if (found == null) {
                    found = search(name);
                    made.put(name, found);
                  }
                  return found;
                }

                Object search(String name) {
                  return name + rules;
                }

                private static boolean debug;
                private boolean strict;

                void recorded(java.util.logging.Level level) {
                  java.util.logging.Logger log = java.util.logging.Logger.getLogger("mill");
                  if (log.isLoggable(level)) {
                    greet();
                  }
                  if (log.isLoggable(java.util.logging.Level.FINE)) {
                    refresh();
                  }
                }

                void told() {
                  if (debug) {
                    greet();
                  }
                  if (strict) {
                    read();
                  }
                }

                private long fetched = -1;
                private boolean warm;
                private boolean ended;

                void use() {
                  if (fetched == -1) {
                    fetch();
                  }
                  if (!warm) {
                    warmUp();
                  }
                  if (!ended) {
                    more();
                  }
                }

                private void fetch() {
                  greet();
                  fetched = System.currentTimeMillis();
                }

                private void warmUp() {
                  warm = true;
                }

                private void more() {
                  if (rules == null) {
                    ended = true;
                  }
                }

                void greet() {}

                void refresh() {}

                void read() {}
              }
              """));

  @Test
  void a_flag_lets_one_through() {
    assertEquals(Path.ONCE, path("first", "greet"));
    assertEquals(Path.ONCE, path("announced", "greet"));
    assertEquals(Path.HOT, path("later", "greet"));
  }

  @Test
  void a_flag_that_is_set_back_lets_many_through_one_after_the_other() {
    assertEquals(Path.HOT, path("oneAtATime", "greet"));
  }

  @Test
  void what_is_out_of_date_is_read_anew_seldom() {
    assertEquals(Path.ONCE, path("checked", "load"));
    assertEquals(Path.ONCE, path("checked", "refresh"));
    assertEquals(Path.HOT, path("checked", "read"));
  }

  @Test
  void what_a_helper_leaves_settled_is_done_once() {
    assertEquals(Path.ONCE, path("use", "fetch"));
    assertEquals(Path.ONCE, path("use", "warmUp"));
    assertEquals(Path.HOT, path("use", "more"));
  }

  @Test
  void what_there_is_one_of_is_missed_once() {
    assertEquals(Path.ONCE, path("turn", "search"));
  }

  @Test
  void what_is_looked_up_by_a_class_is_missed_once() {
    assertEquals(Path.ONCE, path("plugin", "search"));
    assertEquals(Path.MISS, path("page", "search"));
  }

  @Test
  void what_is_behind_a_flag_for_debugging_is_seldom() {
    assertEquals(Path.ERROR, path("told", "greet"));
    assertEquals(Path.HOT, path("told", "read"));
  }

  @Test
  void a_question_about_a_level_is_seldom_answered_with_yes_only_for_levels_of_debugging() {
    assertEquals(Path.HOT, path("recorded", "greet"));
    assertEquals(Path.ERROR, path("recorded", "refresh"));
  }

  @Test
  void what_ends_the_process_with_a_failure_is_an_error_path() {
    assertEquals(Path.ERROR, path("started", "greet"));
    assertEquals(Path.ERROR, path("started", "read"));
    assertEquals(Path.HOT, path("started", "refresh"));
    assertEquals(Path.HOT, path("started", "search"));
    assertEquals(Path.HOT, path("quit", "println"));
  }

  @Test
  void a_pause_before_the_next_try_is_for_when_the_first_failed() {
    assertEquals(Path.ERROR, path("delete", "sleep"));
    assertEquals(Path.ERROR, path("rename", "sleep"));
  }

  @Test
  void a_loop_that_waits_for_something_pauses_every_time() {
    assertEquals(Path.HOT, path("untilReady", "sleep"));
  }

  @Test
  void a_loop_that_goes_on_until_it_is_told_to_stop_does_its_work_every_time() {
    assertEquals(Path.HOT, path("untilClosed", "turn"));
    assertEquals(Path.HOT, path("untilStopped", "turn"));
  }

  /** How often a method passes the first call of another that is named so. */
  private static Path path(String method, String callee) {
    MethodFacts in =
        PROGRAM.find("mill.Mill").orElseThrow().methods().stream()
            .filter(each -> each.ref().name().equals(method))
            .findFirst()
            .orElseThrow();
    Op.Call call =
        in.calls().stream()
            .filter(each -> each.callee().name().equals(callee))
            .findFirst()
            .orElseThrow();
    return in.block(call.id()).orElseThrow().path();
  }
}
