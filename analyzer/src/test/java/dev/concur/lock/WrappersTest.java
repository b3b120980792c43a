package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.LockUse;
import dev.concur.model.Scope;
import org.junit.jupiter.api.Test;

/** Locks in wrappers of their own, and wrappers that come from a library. */
class WrappersTest {

  private static final String GUARD =
      """
      package lib;
      import java.util.concurrent.TimeUnit;
      import java.util.concurrent.locks.*;
      public class Guard {
        private final ReentrantLock inner = new ReentrantLock();
        private final boolean wanted;
        private final int patience;
        public Guard(boolean wanted, int patience) {
          this.wanted = wanted;
          this.patience = patience;
        }
        public void enter() {
          if (wanted) {
            if (patience > 0) {
              try {
                if (inner.tryLock(patience, TimeUnit.SECONDS)) { return; }
              } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
              throw new IllegalStateException();
            }
            inner.lock();
          }
        }
        public void leave() { if (wanted) { inner.unlock(); } }
      %s}
      """;

  private static String store(String name, String kept) {
    return """
        package app;
        public class %s {
          private final lib.Guard %s = new lib.Guard(true, 5);
          private int size;
          public void add() { %s.enter(); try { size++; } finally { %s.leave(); } }
        }
        """
        .formatted(name, kept, kept, kept);
  }

  private static Found stores() {
    return Found.rootsIn(
        "app", GUARD.formatted(""), store("Store", "gate"), store("Shelf", "rail"));
  }

  /** The same with a guard that counts under its own lock, for one who asks for it. */
  private static Found counting() {
    return Found.rootsIn(
        "app",
        GUARD.formatted(
            "private int n; public void count() { inner.lock(); n++; inner.unlock(); }"),
        store("Store", "gate"),
        store("Shelf", "rail"),
        """
        package app;
        public class Census { public static void take(lib.Guard guard) { guard.count(); } }
        """);
  }

  @Test
  void what_a_wrapper_of_a_library_takes_with_or_without_a_limit_is_held_by_its_caller() {
    LockUse use = stores().lock("field app.Store.gate");
    assertTrue(use.regions().get(0).writes().contains("app.Store.size"));
  }

  @Test
  void each_holder_of_a_wrapper_has_a_lock_of_its_own() {
    assertEquals(1, stores().lock("field app.Shelf.rail").regions().size());
  }

  @Test
  void what_the_wrapper_uses_itself_is_named_by_it() {
    assertTrue(counting().ids().contains("field lib.Guard.inner"));
  }

  @Test
  void what_is_locked_in_a_library_is_not_reported() {
    assertEquals(2, counting().lock("field lib.Guard.inner").regions().size());
  }

  @Test
  void what_a_library_keeps_for_all_subclasses_is_not_the_lock_of_one_that_is_shared() {
    Found found =
        Found.rootsIn(
            "app",
            """
            package lib;
            import java.util.concurrent.locks.ReentrantLock;
            public abstract class Resource {
              private final ReentrantLock lock = new ReentrantLock();
              protected void enter() { lock.lock(); }
              protected void leave() { lock.unlock(); }
            }
            """,
            """
            package app;
            public class Gauges extends lib.Resource {
              static final Gauges ONE = new Gauges();
              private int all;
              public void add() { enter(); try { all++; } finally { leave(); } }
            }
            """,
            """
            package app;
            public class Page extends lib.Resource {
              public Object load() {
                enter();
                try { return new java.net.Socket("host", 1); }
                catch (java.io.IOException e) { return null; }
                finally { leave(); }
              }
            }
            """);

    assertEquals(Scope.UNKNOWN, found.lock("field lib.Resource.lock").lock().scope());
  }
}
