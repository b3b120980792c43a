package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.lock.Snippet;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOffsTest {

  private static final Linked LINKED =
      Linked.of(
          ProgramReader.read(
              Snippet.compile(
                  """
                  class A {
                    void first() { new Thread(this::a).start(); }
                    void second() { new Thread(this::b).start(); }
                    void third() { new Thread(this::a).start(); }
                    void a() {}
                    void b() {}
                    void c() {}
                  }
                  """)),
          Catalogue.bundled());

  @Test
  void those_of_some_tasks_are_a_part_of_all_in_their_order() {
    assertEquals(List.of("first", "third"), places("a"));
    assertEquals(List.of("first", "second", "third"), places("b", "a"));
    assertEquals(List.of(), places("c"));
    assertEquals(LINKED.handOffs(), LINKED.handOffs(LINKED.roots()));
  }

  private static List<String> places(String... tasks) {
    return LINKED.handOffs(Arrays.stream(tasks).map(HandOffsTest::method).toList()).stream()
        .map(site -> site.in().ref().name())
        .toList();
  }

  private static MethodFacts method(String name) {
    return LINKED.roots().stream()
        .filter(method -> method.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
