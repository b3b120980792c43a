package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Coroutines as Kotlin's compiler writes them: a continuation as last parameter, a state machine
 * that starts again after each suspension, and blocks that are classes with {@code invoke}. Of the
 * libraries only the signatures are there, as in their jars.
 */
class SuspendingTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String[] LIBRARIES = {
    """
    package kotlin.coroutines;
    public interface CoroutineContext {}
    """,
    """
    package kotlin.coroutines;
    public interface Continuation<T> {
      CoroutineContext getContext();
      void resumeWith(Object result);
    }
    """,
    """
    package kotlin;
    public interface Function<R> {}
    """,
    """
    package kotlin;
    public interface Lazy<T> { T getValue(); }
    """,
    """
    package kotlin;
    public class LazyKt {
      public static <T> Lazy<T> lazy(kotlin.jvm.functions.Function0<T> made) { return null; }
    }
    """,
    """
    package kotlin.jvm.functions;
    public interface Function0<R> extends kotlin.Function<R> { R invoke(); }
    """,
    """
    package kotlin.jvm.functions;
    public interface Function2<A, B, R> extends kotlin.Function<R> { R invoke(A a, B b); }
    """,
    """
    package lib;
    public class Folding {
      private final Folding left;
      public Folding(Folding left) { this.left = left; }
      public Object fold(Object first, kotlin.jvm.functions.Function2<Object, Object, Object> by) {
        return by.invoke(left == null ? first : left.fold(first, by), this);
      }
    }
    """,
    """
    package kotlinx.coroutines;
    public class DelayKt {
      public static Object delay(long millis, kotlin.coroutines.Continuation<Object> c) { return null; }
    }
    """,
    """
    package kotlinx.coroutines;
    public interface Dispatcher extends kotlin.coroutines.CoroutineContext {}
    """,
    """
    package kotlinx.coroutines;
    public class Dispatchers {
      public static Dispatcher getIO() { return null; }
    }
    """,
    """
    package kotlinx.coroutines;
    import kotlin.coroutines.*;
    import kotlin.jvm.functions.Function2;
    public class BuildersKt {
      public static Object withContext(
          CoroutineContext on, Function2<Object, Object, Object> block, Continuation<Object> c) {
        return null;
      }
      public static Object runBlocking$default(
          CoroutineContext on, Function2<Object, Object, Object> block, int mask, Object marker) {
        return null;
      }
    }
    """,
  };

  private static final String APPLICATION =
      """
      package app;

      import java.nio.file.*;
      import kotlin.coroutines.*;
      import kotlin.jvm.functions.*;
      import kotlinx.coroutines.*;

      class Rates {

        interface Remote { Object rate(String name, Continuation<Object> c); }

        static final Object SUSPENDED = new Object();

        private final Remote remote;
        private final Path file;
        private final kotlin.Lazy<String> settings;

        Rates(Remote remote, Path file) {
          this.remote = remote;
          this.file = file;
          this.settings = kotlin.LazyKt.lazy(new ReadOnce(file));
        }

        String settings() { return settings.getValue(); }

        Object pause(Continuation<Object> c) { return DelayKt.delay(500, c); }

        Object ask(String name, Continuation<Object> c) { return remote.rate(name, c); }

        Object pausesTwice(Continuation<Object> c) { return new Twice(c).invokeSuspend(null); }

        Object sleeps(Continuation<Object> c) { return new Sleeping(c).invokeSuspend(null); }

        Object readElsewhere(Continuation<Object> c) {
          return BuildersKt.withContext(Dispatchers.getIO(), new Reading(file), c);
        }

        Object readHere() { return BuildersKt.runBlocking$default(null, new Reading(file), 1, null); }

        Object counted(lib.Folding folding) {
          return folding.fold(0, (count, each) -> (Integer) count + 1);
        }

        Object slowly(lib.Folding folding) { return folding.fold(0, new Reading(file)); }
      }

      class ReadOnce implements Function0<String> {
        private final Path file;
        ReadOnce(Path file) { this.file = file; }
        public String invoke() {
          try {
            return Files.readString(file);
          } catch (java.io.IOException e) {
            return "";
          }
        }
      }

      class Reading implements Function2<Object, Object, Object> {
        private final Path file;
        Reading(Path file) { this.file = file; }
        public Object invoke(Object scope, Object c) { return invokeSuspend(c); }
        public Object invokeSuspend(Object result) {
          try {
            return Files.readString(file);
          } catch (java.io.IOException e) {
            return "";
          }
        }
      }

      class Twice implements Continuation<Object> {
        private final Continuation<Object> after;
        private int label;
        Twice(Continuation<Object> after) { this.after = after; }
        public CoroutineContext getContext() { return after.getContext(); }
        public void resumeWith(Object result) { after.resumeWith(invokeSuspend(result)); }
        Object invokeSuspend(Object result) {
          switch (label) {
            case 0:
              label = 1;
              if (DelayKt.delay(100, this) == Rates.SUSPENDED) {
                return Rates.SUSPENDED;
              }
            case 1:
              label = 2;
              if (DelayKt.delay(100, this) == Rates.SUSPENDED) {
                return Rates.SUSPENDED;
              }
            case 2:
              return 1;
            default:
              throw new IllegalStateException("call to 'resume' before 'invoke' with coroutine");
          }
        }
      }

      class Sleeping implements Continuation<Object> {
        private final Continuation<Object> after;
        private int label;
        Sleeping(Continuation<Object> after) { this.after = after; }
        public CoroutineContext getContext() { return after.getContext(); }
        public void resumeWith(Object result) { after.resumeWith(invokeSuspend(result)); }
        Object invokeSuspend(Object result) {
          switch (label) {
            case 0:
              label = 1;
              if (DelayKt.delay(100, this) == Rates.SUSPENDED) {
                return Rates.SUSPENDED;
              }
            case 1:
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                return null;
              }
              return 1;
            default:
              throw new IllegalStateException("call to 'resume' before 'invoke' with coroutine");
          }
        }
      }
      """;

  @BeforeAll
  static void label() {
    String[] units = new String[LIBRARIES.length + 1];
    System.arraycopy(LIBRARIES, 0, units, 0, LIBRARIES.length);
    units[LIBRARIES.length] = APPLICATION;
    Linked linked =
        Linked.of(ProgramReader.read(Snippet.compile(units).rootsIn("app")), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      if (method.ref().owner().equals("app.Rates")) {
        LABELS.put(method.ref().name(), costs.label(method));
      }
    }
  }

  private static Label of(String method) {
    return LABELS.get(method);
  }

  private static void onlySuspends(String method) {
    assertEquals(Bound.LIGHT, of(method).bound(), method);
    assertFalse(of(method).blocking(), method);
    assertTrue(of(method).async(), method);
  }

  private static void waits(String method, Kind kind) {
    assertEquals(Bound.IO, of(method).bound(), method);
    assertTrue(of(method).kinds().contains(kind), () -> method + " " + of(method).kinds());
    assertTrue(of(method).blocking(), method);
  }

  @Test
  void what_suspends_does_not_block() {
    onlySuspends("pause");
    onlySuspends("pausesTwice");
  }

  @Test
  void whoever_implements_it_a_method_that_suspends_is_taken_to_keep_no_thread() {
    onlySuspends("ask");
  }

  @Test
  void a_sleep_between_two_suspensions_blocks_all_the_same() {
    waits("sleeps", Kind.SLEEP);
  }

  @Test
  void what_another_dispatcher_reads_is_handed_over() {
    onlySuspends("readElsewhere");
  }

  @Test
  void run_blocking_waits_for_its_block_also_with_arguments_left_out() {
    waits("readHere", Kind.DISK);
  }

  @Test
  void a_function_type_of_kotlin_runs_what_this_call_hands_over() {
    assertEquals(Bound.LIGHT, of("counted").bound());
    assertFalse(of("counted").blocking());
    assertTrue(of("slowly").blocking());
  }

  @Test
  void what_is_read_lazily_is_read_once() {
    assertEquals(Bound.LIGHT, of("settings").bound());
    assertTrue(of("settings").blocking());
  }
}
