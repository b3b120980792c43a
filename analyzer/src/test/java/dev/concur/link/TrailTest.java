package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What searches inside searches remember of each other. */
class TrailTest {

  private final MethodFacts method =
      ProgramReader.read(Snippet.compile("class Maker { Object make() { return null; } }"))
          .roots()
          .iterator()
          .next()
          .methods()
          .get(0);

  private final Origin one = origin("one");
  private final Origin two = origin("two");
  private final Origin three = origin("three");

  private Origin origin(String name) {
    return new Origin(method, new Value.Opaque(name));
  }

  @Test
  void what_an_inner_search_met_is_forgotten_when_it_is_over() {
    Trail trail = new Trail(10, 100, false);
    trail.visit(one);
    Trail.Mark mark = trail.enter(1);
    assertFalse(trail.visit(one));
    assertTrue(trail.visit(two));
    assertFalse(trail.visit(two));
    trail.leave(mark, List.of(two));
    assertTrue(trail.visit(two));
    assertFalse(trail.visit(one));
  }

  @Test
  void an_inner_search_that_met_nothing_around_it_can_be_used_again_where_that_was_not_met() {
    Trail trail = new Trail(10, 100, false);
    Trail.Mark mark = trail.enter(0);
    trail.visit(one);
    trail.visit(two);
    trail.visit(three);
    Optional<Returned> kept = trail.leave(mark, List.of(three));
    assertEquals(List.of(three), kept.orElseThrow().answers());
    assertTrue(trail.repeats(kept.orElseThrow(), 0));
    trail.visit(two);
    assertFalse(trail.repeats(kept.orElseThrow(), 0));
  }

  @Test
  void with_nothing_left_the_first_values_that_were_not_met_are_the_answers() {
    Trail trail = new Trail(10, 1, false);
    trail.visit(one);
    assertTrue(trail.pay());
    assertTrue(trail.spent());
    assertEquals(List.of(two, three), List.copyOf(trail.unmet(List.of(one, two, two, three), 16)));
    assertEquals(List.of(two), List.copyOf(trail.unmet(List.of(two, three), 1)));
  }

  @Test
  void a_search_around_one_that_had_nothing_left_is_not_used_again() {
    Trail trail = new Trail(10, 0, false);
    Trail.Mark mark = trail.enter(0);
    trail.visit(one);
    trail.visit(two);
    trail.visit(three);
    trail.unmet(List.of(one), 16);
    assertTrue(trail.leave(mark, List.of()).isEmpty());
  }

  @Test
  void where_only_all_answers_count_a_spent_budget_ends_the_search() {
    Trail trail = new Trail(10, 1, true);
    assertTrue(trail.pay());
    assertFalse(trail.vain());
    assertFalse(trail.pay());
    assertTrue(trail.vain());
  }
}
