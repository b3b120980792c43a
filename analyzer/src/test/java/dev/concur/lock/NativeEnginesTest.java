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

  @Test
  void a_lock_around_foreign_native_code_that_works_on_a_handle_of_one_s_own_is_shared() {
    assertEquals(GilLike.COMPUTE, booster("Native.predict(handle, rows)"));
    assertEquals(GilLike.NO, booster("Native.predict(rows.length, rows)"));
  }

  private static GilLike booster(String call) {
    return Found.in(
            "public class Booster { private final long handle; public Booster(long h) { handle = h; }"
                + " public synchronized float[] predict(float[] rows) { return "
                + call
                + "; } }",
            "class Native { static native float[] predict(long handle, float[] rows); }")
        .gil("this of Booster");
  }

  @Test
  void an_engine_whose_overloads_all_end_at_its_lock_lets_one_in_at_a_time() {
    assertEquals(GilLike.COMPUTE, script("public void name() { }"));
    assertEquals(
        GilLike.NO,
        script(
            "public byte[] one(byte[] a) { return digest(a); } public byte[] two(byte[] a) { return digest(a); }"
                + " public byte[] three(byte[] a) { return digest(a); }"));
  }

  private static GilLike script(String more) {
    return Found.in(
            """
            public class LessEngine {
              private final javax.script.CompiledScript script;
              public LessEngine(javax.script.CompiledScript script) { this.script = script; }
              public Object compile(String text) { return compile(text, false); }
              public Object compile(String text, boolean small) { return compile(text, small, 0); }
              public Object compile(String text, boolean small, int level) { return call(); }
              private synchronized Object call() {
                try { return script.eval(); } catch (javax.script.ScriptException e) { return null; }
              }
              %s
              %s
            }
            """
                .formatted(Found.DIGEST, more))
        .gil("this of LessEngine");
  }

  private static Found engine(String modifiers) {
    return Found.in("public class Engine { public " + modifiers + " int run(long job); }");
  }
}
