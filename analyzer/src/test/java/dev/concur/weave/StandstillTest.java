package dev.concur.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads of tests that stand still at a call, and what they hold on to. */
@Timeout(60)
class StandstillTest {

  private static final long PATIENCE = 20_000;

  /** Code of a user's that a test runs. */
  public static class Desk {
    public String log = "";

    public String join(String word, long number, double part) {
      log += word;
      return word + number + part;
    }

    public synchronized String locked(String word) {
      return word;
    }

    public static synchronized int counted(int number) {
      return number;
    }

    public String pauses() throws InterruptedException {
      Thread.sleep(1);
      return log;
    }
  }

  /** What a test does; an interface, so that the woven class need not be named. */
  public interface Script {
    void run(Object desk);
  }

  @Test
  void the_call_of_the_wanted_number_is_caught_before_it_did_anything() throws Exception {
    Class<?> desk = woven("join", "(Ljava/lang/String;JD)Ljava/lang/String;");
    Standstill.Call call =
        caught(
            desk,
            2,
            made -> {
              call(made, "join", "one", 1L, .5);
              call(made, "join", "two", 2L, .5);
            });
    assertArrayEquals(new Object[] {"two", 2L, .5}, call.arguments());
    assertEquals("one", field(call.receiver()), "the first had run, the second had not");
    assertEquals("two2.5", call(call.receiver(), "join", call.arguments()));
  }

  @Test
  void a_monitor_that_the_call_itself_takes_is_given_back() throws Exception {
    Class<?> desk = woven("locked", "(Ljava/lang/String;)Ljava/lang/String;");
    Standstill.Call call = caught(desk, 1, made -> call(made, "locked", "in"));
    assertEquals("in", call(call.receiver(), "locked", call.arguments()));
  }

  @Test
  void so_is_the_monitor_of_a_class() throws Exception {
    Class<?> desk = woven("counted", "(I)I");
    Standstill.Call call = caught(desk, 1, made -> call(made, "counted", 7));
    assertNull(call.receiver());
    assertArrayEquals(new Object[] {7}, call.arguments());
    Object made = desk.getConstructor().newInstance();
    assertEquals(7, call(made, "counted", 7));
  }

  @Test
  void a_test_that_holds_another_lock_is_ended_so_that_it_lets_go() throws Exception {
    Class<?> desk = woven("join", "(Ljava/lang/String;JD)Ljava/lang/String;");
    CountDownLatch released = new CountDownLatch(1);
    ReentrantLock lock = new ReentrantLock();
    Standstill.Call call =
        caught(
            desk,
            1,
            made -> {
              lock.lock();
              try {
                call(made, "join", "one", 1L, .5);
              } finally {
                lock.unlock();
                released.countDown();
              }
            });
    released.await();
    assertFalse(lock.isLocked());
    assertEquals("one1.5", call(call.receiver(), "join", call.arguments()));
  }

  @Test
  void a_call_that_never_comes_is_not_waited_for() throws Exception {
    Class<?> desk = woven("join", "(Ljava/lang/String;JD)Ljava/lang/String;");
    assertEquals(Optional.empty(), tried(desk, 2, made -> call(made, "join", "one", 1L, .5)));
  }

  @Test
  void waits_are_real_for_tests_and_replaced_for_all_others() throws Exception {
    Weaver weaver =
        new Weaver(method -> method.name().equals("sleep") ? Optional.of(1e6) : Optional.empty());
    MethodRef join =
        new MethodRef(Desk.class.getName(), "join", "(Ljava/lang/String;JD)Ljava/lang/String;");
    Class<?> desk = loaded(weaver.stoppingAt(join).weave(bytes()));
    long before = Stub.waitedNanos();
    Standstill.Call call =
        caught(
            desk,
            1,
            made -> {
              call(made, "pauses");
              call(made, "join", "one", 1L, .5);
            });
    assertEquals(before, Stub.waitedNanos(), "the test itself has slept");
    call(call.receiver(), "pauses");
    assertEquals(before + 1_000_000, Stub.waitedNanos());
  }

  @Test
  void calls_of_tests_are_counted_and_nobody_elses() throws Exception {
    MethodRef locked =
        new MethodRef(Desk.class.getName(), "locked", "(Ljava/lang/String;)Ljava/lang/String;");
    MethodRef counted = new MethodRef(Desk.class.getName(), "counted", "(I)I");
    Class<?> desk = loaded(Entries.logged(bytes(), List.of(counted, locked)));
    Object made = desk.getConstructor().newInstance();
    Thread test =
        TestThreads.start(
            () -> {
              call(made, "locked", "one");
              call(made, "counted", 1);
              call(made, "locked", "two");
            });
    test.join();
    List<CallLog.Call> calls = CallLog.take();
    TestThreads.over();
    assertEquals(3, calls.size(), calls.toString());
    assertEquals(
        List.of(1, 2),
        calls.stream()
            .filter(each -> each.method() == 1)
            .map(CallLog.Call::number)
            .sorted()
            .toList());
    call(made, "locked", "outside");
    assertTrue(CallLog.take().isEmpty());
  }

  private static Standstill.Call caught(Class<?> desk, int number, Script script) throws Exception {
    return tried(desk, number, script).orElseThrow();
  }

  private static Optional<Standstill.Call> tried(Class<?> desk, int number, Script script)
      throws Exception {
    Constructor<?> constructor = desk.getConstructor();
    Object made = constructor.newInstance();
    return Standstill.of(
        number,
        () -> {
          Standstill.begin();
          script.run(made);
        },
        PATIENCE);
  }

  private static Object call(Object target, String name, Object... arguments) {
    try {
      for (var method : target.getClass().getMethods()) {
        if (method.getName().equals(name)) {
          return method.invoke(target, arguments);
        }
      }
      throw new IllegalStateException(name);
    } catch (ReflectiveOperationException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static Object field(Object desk) throws ReflectiveOperationException {
    var log = desk.getClass().getDeclaredField("log");
    log.setAccessible(true);
    return log.get(desk);
  }

  private static Class<?> woven(String name, String descriptor) throws IOException {
    MethodRef method = new MethodRef(Desk.class.getName(), name, descriptor);
    return loaded(Entries.stopped(bytes(), method));
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = Desk.class.getResourceAsStream("StandstillTest$Desk.class")) {
      return in.readAllBytes();
    }
  }

  private static Class<?> loaded(byte[] bytes) {
    return new ClassLoader(StandstillTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(Desk.class.getName(), bytes, 0, bytes.length);
      }
    }.define();
  }
}
