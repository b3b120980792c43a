package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Region;
import org.junit.jupiter.api.Test;

class LooseEndsTest {

  private static final String SUMS =
      "long a = x * 3L + y; long b = Math.max(a, y) / 7; long c = (a + b) % 11 + x * y;"
          + " long d = c > 5 ? a + b * c : a - b * c; ";

  @Test
  void sums_of_locals_before_and_after_what_is_shared_are_loose() {
    int before = looseEnds("synchronized (this) { " + SUMS + " sum = d; }");
    int after = looseEnds("synchronized (this) { sum = x; " + SUMS + " if (d > 3) return; }");

    assertTrue(before > 25 && after > 25, before + " and " + after);
  }

  @Test
  void what_is_between_two_uses_of_what_is_shared_is_not() {
    int between =
        looseEnds("synchronized (this) { long first = sum; " + SUMS + " sum = first + d; }");

    assertTrue(between < 10, String.valueOf(between));
  }

  @Test
  void outside_of_the_region_nothing_counts() {
    int outside = looseEnds(SUMS + " synchronized (this) { sum = d; }");

    assertTrue(outside < 10, String.valueOf(outside));
  }

  private static int looseEnds(String body) {
    String type = "public class A { long sum; void m(int x, int y) { %s } }".formatted(body);
    Linked linked = Linked.of(Snippet.facts(type), Catalogue.bundled());
    return Locks.of(linked, Costs.of(linked)).stream()
        .flatMap(use -> use.regions().stream())
        .mapToInt(Region::looseEnds)
        .sum();
  }
}
