package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engines written in another language, behind a lock of Java or one of their own. */
class NativeEnginesTest {

  @Test
  void one_engine_behind_a_static_lock_is_a_gil() {
    assertEquals(GilLike.COMPUTE, engine("static synchronized native").gil("class Engine"));
  }

  @Test
  void the_lock_of_an_object_around_its_native_half_shows_that_it_is_shared() {
    Found found = engine("synchronized native");
    assertEquals(
        List.of(GilLike.COMPUTE, Scope.SHARED_INSTANCE),
        List.of(found.gil("this of Engine"), found.lock("this of Engine").lock().scope()));
  }

  @Test
  void native_code_beside_the_lock_is_nobody_s_lock() {
    Found found =
        Found.in(
            "public class Engine { private int runs; public native int run(long job);"
                + " public synchronized void count() { runs++; } }");
    assertEquals(GilLike.NO, found.gil("this of Engine"));
  }

  @Test
  void a_callback_into_an_engine_that_only_looks_something_up_is_left_alone() {
    Found found =
        Found.in(
            "public class Engine { static final java.util.Map<String, Integer> CODES ="
                + " new java.util.HashMap<>(); static native int run(long job);"
                + " public static int code(String name) { synchronized (CODES) {"
                + " Integer code = CODES.get(name); return code == null ? -1 : code; } } }");
    assertEquals(GilLike.NO, found.gil("static Engine.CODES"));
  }

  private static Found engine(String modifiers) {
    return Found.in("public class Engine { public " + modifiers + " int run(long job); }");
  }
}
