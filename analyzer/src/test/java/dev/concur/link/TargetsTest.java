package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Effects;
import dev.concur.lock.Snippet;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.ProgramReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static final Linked LINKED =
      Linked.of(
          ProgramReader.read(
              Snippet.compile(
                  """
                  class A {
                    long a() throws Exception { Thread.sleep(1); return b(this); }
                    long b(A other) { return other.c(); }
                    long c() { return 1; }
                  }
                  class B extends A { long c() { return 2; } }
                  class C { static Object[] made() { return new Object[] {new A(), new B()}; } }
                  """)),
          Catalogue.bundled());

  @Test
  void what_the_catalogue_says_alone_is_kept_as_its_words() {
    Targets sleep = targets("a", 0);
    assertTrue(sleep.isSaid());
    assertEquals(List.of(), sleep.bodies());
    assertSame(LINKED.effects(call("a", 0)), sleep.effects());
    assertEquals(sleep, targets("a", 0));
    assertFalse(Targets.outside().isSaid());
    assertFalse(new Targets(List.of(), sleep.effects(), true, "").isSaid());
    assertFalse(Targets.of(Effects.UNSAID).isSaid());
  }

  @Test
  void several_bodies_are_one_list_whenever_they_are_asked_for() {
    assertEquals(2, targets("b", 0).bodies().size());
    assertSame(targets("b", 0).bodies(), targets("b", 0).bodies());
    assertSame(LINKED.byType().of(call("b", 0)), LINKED.byType().of(call("b", 0)), "by type alone");
    assertTrue(targets("a", 1).isOneBody());
  }

  private static Targets targets(String method, int position) {
    return LINKED.targets(method(method), call(method, position));
  }

  private static Op.Call call(String method, int position) {
    return method(method).calls().get(position);
  }

  private static MethodFacts method(String name) {
    return LINKED.roots().stream()
        .filter(method -> method.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
