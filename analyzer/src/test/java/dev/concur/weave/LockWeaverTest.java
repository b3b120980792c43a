package dev.concur.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real threads on rewritten classes. */
class LockWeaverTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waitInMethod", "waitInBlock", "waitUnderLock"})
  void who_waits_gives_the_lock_back_when_the_waiting_is_moved_out(String waits) throws Exception {
    Object cabinet = cabinet(Change.WAITING_OUTSIDE);
    Future<?> waiting = threads.submit(() -> call(cabinet, waits));
    threads.submit(() -> call(cabinet, "open")).get(10, TimeUnit.SECONDS);
    waiting.get(10, TimeUnit.SECONDS);
    assertEquals(1, call(cabinet, "size"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"waitInMethod", "waitInBlock", "waitUnderLock", "draw"})
  void what_touches_no_state_runs_outside_a_narrowed_lock(String waits) throws Exception {
    Object cabinet = cabinet(Change.NARROWED);
    Future<?> waiting = threads.submit(() -> call(cabinet, waits));
    threads.submit(() -> call(cabinet, "open")).get(10, TimeUnit.SECONDS);
    waiting.get(10, TimeUnit.SECONDS);
    assertEquals(1, call(cabinet, "size"));
  }

  @Test
  void unchanged_the_lock_is_held_while_it_waits() throws Exception {
    Object cabinet = cabinet(Change.NONE);
    Future<?> waiting = threads.submit(() -> call(cabinet, "waitInMethod"));
    while (!waiting.isDone() && !blocked()) {
      Thread.onSpinWait();
    }
    Future<?> opening = threads.submit(() -> call(cabinet, "open"));
    assertThrows(TimeoutException.class, () -> opening.get(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void shared_state_is_touched_by_one_thread_at_a_time() throws Exception {
    for (Change change : List.of(Change.WAITING_OUTSIDE, Change.NARROWED)) {
      Object cabinet = cabinet(change);
      List<Future<?>> filling = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        int from = 20_000 * k;
        filling.add(threads.submit(() -> fill(cabinet, from)));
      }
      for (Future<?> each : filling) {
        each.get(20, TimeUnit.SECONDS);
      }
      assertEquals(80_000, call(cabinet, "size"), change.name());
    }
  }

  @Test
  void what_an_exception_left_behind_is_given_back_when_the_task_is_over() throws Exception {
    for (Change change : List.of(Change.WAITING_OUTSIDE, Change.NARROWED)) {
      Object cabinet = cabinet(change);
      assertThrows(InvocationTargetException.class, () -> call(cabinet, "fail"));
      Held.clear();
      assertEquals(0, threads.submit(() -> call(cabinet, "size")).get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void other_classes_keep_their_locks() {
    LockRewrite rewrite = new LockRewrite(Change.NARROWED, Set.of("a.B"));
    assertTrue(rewrite.concerns("a.B") && rewrite.concerns("a.B$C"));
    assertTrue(!rewrite.concerns("a.BC") && !LockRewrite.NONE.concerns("a.B"));
  }

  private static boolean blocked() {
    return Thread.getAllStackTraces().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().getState() == Thread.State.WAITING
                    && List.of(entry.getValue()).toString().contains("Cabinet.waitInMethod"));
  }

  private static Object fill(Object cabinet, int from) throws ReflectiveOperationException {
    cabinet.getClass().getMethod("fill", int.class, int.class).invoke(cabinet, from, 20_000);
    return "filled";
  }

  private static Object call(Object cabinet, String method) throws ReflectiveOperationException {
    Object result = cabinet.getClass().getMethod(method).invoke(cabinet);
    return result == null ? "" : result;
  }

  /** One whose class was rewritten. */
  private static Object cabinet(Change change) throws ReflectiveOperationException {
    Weaver weaver =
        new Weaver(
            method -> Optional.empty(),
            new LockRewrite(change, Set.of(Cabinet.class.getName())),
            Optional.empty());
    ClassLoader loader =
        new ClassLoader(LockWeaverTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Cabinet.class.getName())) {
              return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : woven(name);
          }

          private Class<?> woven(String name) throws ClassNotFoundException {
            try (InputStream in = Cabinet.class.getResourceAsStream("Cabinet.class")) {
              byte[] bytes = weaver.weave(in.readAllBytes());
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
              throw new ClassNotFoundException(name, unreadable);
            }
          }
        };
    return loader.loadClass(Cabinet.class.getName()).getConstructor().newInstance();
  }
}
