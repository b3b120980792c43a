package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which locks are taken while another is held, of the same objects. */
class OrderTest {

  private static final String FIELDS =
      "private final Object left = new Object(); private final Object right = new Object();";

  @Test
  void two_locks_of_one_object_have_an_order() {
    assertEquals(
        Set.of("field Node.right"),
        inside(
            "void meet() { synchronized (left) { inner(); } } private void inner() {"
                + " synchronized (right) { right.hashCode(); } }"));
  }

  @Test
  void two_locks_of_two_objects_of_one_class_have_none() {
    assertEquals(
        Set.of(),
        inside(
            "void meet(Node other) { synchronized (left) { other.inner(); } }"
                + " private void inner() { synchronized (right) { right.hashCode(); } }"));
  }

  @Test
  void a_lock_that_every_caller_holds_already_is_not_taken_again() {
    assertEquals(
        Set.of(),
        inside(
            "public void meet() { synchronized (right) { inner(); } } private void inner() {"
                + " synchronized (left) { synchronized (right) { right.hashCode(); } } }"));
  }

  @Test
  void the_lock_of_an_object_that_is_being_made_is_met_by_nobody() {
    assertEquals(
        Set.of(),
        inside(
            "Node meet() { synchronized (left) { return new Node(1); } } Node() {}"
                + " Node(int a) { synchronized (right) { right.hashCode(); } }"));
  }

  @Test
  void who_only_tries_to_take_a_lock_waits_for_nobody() {
    String how =
        "private final java.util.concurrent.locks.ReentrantLock wire ="
            + " new java.util.concurrent.locks.ReentrantLock();"
            + " public void meet() { synchronized (left) { %s } }";

    assertEquals(Set.of("field Node.wire"), inside(how.formatted("wire.lock(); wire.unlock();")));
    assertEquals(
        Set.of(), inside(how.formatted("if (wire.tryLock()) { hashCode(); wire.unlock(); }")));
  }

  private static Set<String> inside(String methods) {
    return Found.in("public class Node {" + FIELDS + methods + "}")
        .lock("field Node.left")
        .order()
        .keySet();
  }
}
