package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.lock.Snippet;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersTest {

  private static final Linked LINKED =
      Linked.of(
          ProgramReader.read(
              Snippet.compile(
                  """
                  class A {
                    void a() {}
                    void alone() {}
                    void first(A a, B b) { a.a(); b.a(); a.a(); b.alone(); }
                    void second(B b) { b.a(); }
                  }
                  class B extends A {}
                  """)),
          Catalogue.bundled());

  @Test
  void calls_by_several_names_come_in_the_order_of_the_program() {
    assertEquals(List.of("first 0", "first 1", "first 2", "second 0"), callers("a"));
    assertEquals(4, LINKED.countCallers(method("a")));
  }

  @Test
  void calls_by_one_name_are_a_part_of_all() {
    assertEquals(List.of("first 3"), callers("alone"));
    assertEquals(List.of(), callers("second"));
    assertEquals(0, LINKED.countCallers(method("second")));
  }

  @Test
  void some_of_the_callers_can_be_kept() {
    List<CallSite> running = LINKED.running(method("a"));

    assertEquals(LINKED.callers(method("a")), running);
  }

  private static List<String> callers(String name) {
    return LINKED.callers(method(name)).stream()
        .map(site -> site.in().ref().name() + " " + site.position())
        .toList();
  }

  private static MethodFacts method(String name) {
    return LINKED.roots().stream()
        .filter(method -> method.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
