package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Interval;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassesTest {

  private final Linked linked =
      Linked.of(
          ProgramReader.read(
              Snippet.compile(
                  """
                  class A {
                    static int sum;
                    static void used() { sum++; }
                    static void alone() { sum--; used(); }
                    static void thrice() { for (int i = 0; i < 3; i++) { used(); } }
                    static void twiceThrice() { for (int i = 0; i < 2; i++) { thrice(); } }
                  %s
                  }
                  """
                      .formatted(
                          IntStream.range(0, 300)
                              .mapToObj(i -> "static void once%d() { used(); }".formatted(i))
                              .collect(Collectors.joining("\n"))))),
          Catalogue.bundled());
  private final Passes passes = new Passes(linked, Costs.of(linked));

  @Test
  void the_caller_that_runs_it_most_counts_however_many_run_it_once() {
    assertEquals(Interval.of(6), passes.of(method("used")));
    assertEquals(Interval.of(2), passes.of(method("thrice")));
    assertEquals(Interval.of(1), passes.of(method("alone")));
  }

  @Test
  void nothing_is_kept_of_callers_that_make_their_calls_once() {
    passes.of(method("used"));
    assertEquals(2, passes.counting());
  }

  private MethodFacts method(String name) {
    return linked.roots().stream()
        .filter(method -> method.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
