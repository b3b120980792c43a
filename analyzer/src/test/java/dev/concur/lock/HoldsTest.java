package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Effect.Mode;
import dev.concur.model.LockKind;
import dev.concur.model.Region.Side;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldsTest {

  @Test
  void a_synchronized_block_covers_what_is_between_its_braces() {
    assertEquals(
        Set.of("inside"),
        held("class A { void m() { before(); synchronized (this) { inside(); } after(); } %s }"));
  }

  @Test
  void a_synchronized_method_covers_all_of_it() {
    assertEquals(
        Set.of("before", "after"),
        held("class A { synchronized void m() { before(); after(); } %s }"));
  }

  @Test
  void a_block_left_by_return_inside_a_loop_is_given_back() {
    assertEquals(
        Set.of("inside"),
        held(
            """
            class A { int m(int n) {
              for (int i = 0; i < n; i++) { before(); synchronized (this) { inside(); if (i == 3) return i; } }
              after(); return 0; } %s }"""));
  }

  @Test
  void what_runs_in_a_finally_after_the_lock_is_given_back_is_outside() {
    assertEquals(
        Set.of("inside"),
        held(
            """
            class A { final java.util.concurrent.locks.Lock lock = null; void m() {
              lock.lock(); try { inside(); } finally { lock.unlock(); } after(); } %s }"""));
  }

  @Test
  void a_failed_attempt_holds_nothing() {
    assertEquals(
        Set.of("inside"),
        held(
            """
            class A { final java.util.concurrent.locks.Lock lock = null; void m() {
              if (lock.tryLock()) { try { inside(); } finally { lock.unlock(); } } else { after(); } } %s }"""));
  }

  @Test
  void a_lock_taken_under_a_condition_may_be_held_behind_it() {
    assertEquals(
        Set.of("inside"),
        held(
            """
            class A { final java.util.concurrent.locks.Lock lock = null; boolean safe; void m() {
              if (safe) lock.lock(); try { inside(); } finally { if (safe) lock.unlock(); } } %s }"""));
  }

  @Test
  void the_inner_of_two_nested_locks_is_given_back_first() {
    assertEquals(
        Set.of("before", "inside", "after"),
        held(
            """
            class A { final Object lock = null; void m() {
              synchronized (this) { before(); synchronized (this) { inside(); } after(); } } %s }"""));
  }

  @Test
  void a_lock_given_back_around_a_call_does_not_cover_it() {
    assertEquals(
        Set.of("before", "after"),
        held(
            """
            class A { final java.util.concurrent.locks.Lock lock = null; void m() {
              lock.lock(); try { before(); lock.unlock(); try { inside(); } finally { lock.lock(); } after(); }
              finally { lock.unlock(); } } %s }"""));
  }

  @Test
  void a_variable_that_notes_the_taking_tells_whether_it_is_held_at_the_end() {
    String offer =
        """
        class A { final java.util.concurrent.locks.Lock lock = null; boolean m() throws InterruptedException {
          boolean taken = false;
          try {
            if (!lock.tryLock(1, java.util.concurrent.TimeUnit.SECONDS)) { throw new IllegalStateException(); }
            taken = true; inside(); return true;
          } catch (InterruptedException e) { return false; } finally { if (taken) { lock.unlock(); } } } %s }""";
    assertEquals(Set.of("inside"), held(offer));
    assertEquals(List.of(), solved(offer).left());
  }

  @Test
  void what_a_caller_says_is_no_note_of_a_taking() {
    assertEquals(
        1,
        solved(
                """
                class A { final java.util.concurrent.locks.Lock lock = null; void m(boolean release) {
                  lock.lock(); inside(); if (release) { lock.unlock(); } } %s }""")
            .left()
            .size());
  }

  @Test
  void what_is_done_when_nothing_was_found_is_done_under_the_lock() {
    assertEquals(
        Set.of("before", "inside"),
        held(
            """
            class A { final java.util.concurrent.locks.Lock lock = null; void m(int[] all) {
              lock.lock(); boolean found = false;
              for (int each : all) { if (each == 0) { before(); found = true; } }
              if (!found) { inside(); }
              lock.unlock(); } %s }"""));
  }

  @Test
  void what_is_held_in_many_blocks_is_kept_once() {
    Holds holds =
        solved(
            """
            class A { final Object lock = null; void m(int n) { if (n < 0) { before(); } synchronized (this) {
              if (n > 0) { inside(); } else { after(); } if (n > 1) { inside(); } } } %s }""");
    Set<BitSet> all = Collections.newSetFromMap(new IdentityHashMap<>());
    holds.method().blocks().forEach(block -> all.add(holds.at(block)));

    assertEquals(2, all.size(), () -> "with it and without: " + all);
  }

  @Test
  void what_runs_under_a_lock_is_the_same_when_it_is_asked_for_again() {
    Holds holds =
        solved(
            """
            class A { final Object lock = new Object(); synchronized void m(int n) { before();
              synchronized (lock) { if (n > 0) { inside(); } } after(); } %s }""");
    List<Extent> first = Extent.of(holds);

    assertEquals(2, first.size());
    assertEquals(
        first, holds.acquisitions().stream().map(taken -> Extent.of(holds, taken)).toList());
    assertTrue(first.get(0).calls().size() > first.get(1).calls().size());
    assertEquals(
        List.of("inside"),
        first.get(1).calls().stream().map(call -> call.callee().name()).toList());
  }

  private static Holds solved(String source) {
    MethodFacts method = method(source);
    return Holds.of(method, changes(method));
  }

  private static Set<String> held(String source) {
    Set<String> held = new LinkedHashSet<>();
    solved(source)
        .walk(
            (block, op, locks) -> {
              if (op instanceof Op.Call call
                  && !locks.isEmpty()
                  && call.callee().owner().equals("A")) {
                held.add(call.callee().name());
              }
            });
    return held;
  }

  private static MethodFacts method(String source) {
    String own = "native void before(); native void inside(); native void after();";
    return Snippet.facts(String.format(source, own)).roots().iterator().next().methods().stream()
        .filter(each -> each.ref().name().equals("m"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Integer, List<Change>> changes(MethodFacts method) {
    Map<Integer, List<Change>> changes = new HashMap<>();
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        change(op).ifPresent(change -> changes.put(op.id(), List.of(change)));
      }
    }
    return changes;
  }

  private static java.util.Optional<Change> change(Op op) {
    if (op instanceof Op.MonitorEnter enter) {
      return java.util.Optional.of(
          new Change.Take(enter.lock(), LockKind.MONITOR, Side.EXCLUSIVE, Mode.BLOCKING));
    }
    if (op instanceof Op.MonitorExit exit) {
      return java.util.Optional.of(new Change.Give(exit.lock(), LockKind.MONITOR, Side.EXCLUSIVE));
    }
    if (op instanceof Op.Call call && call.callee().owner().endsWith("Lock")) {
      return switch (call.callee().name()) {
        case "lock" ->
            java.util.Optional.of(
                new Change.Take(
                    call.arguments().get(0), LockKind.LOCK, Side.EXCLUSIVE, Mode.BLOCKING));
        case "tryLock" ->
            java.util.Optional.of(
                new Change.Take(call.arguments().get(0), LockKind.LOCK, Side.EXCLUSIVE, Mode.TRY));
        default ->
            java.util.Optional.of(
                new Change.Give(call.arguments().get(0), LockKind.LOCK, Side.EXCLUSIVE));
      };
    }
    return java.util.Optional.empty();
  }
}
