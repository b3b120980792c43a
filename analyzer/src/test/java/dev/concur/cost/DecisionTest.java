package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.MethodFacts.Quality;
import dev.concur.read.ProgramReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final Decision.Sight READ = new Decision.Sight(Quality.BYTECODE, false);

  private static final MethodFacts RUN =
      ProgramReader.read(Snippet.compile("class A { native void run(); }"))
          .find("A")
          .orElseThrow()
          .methods()
          .get(1);

  private final Tally tally = new Tally();

  private DecisionTest and(Kind kind, Interval nanos, double chance) {
    Where where = new Where(RUN, 3, new Where.Words("does"));
    tally.add(kind, nanos, new Step(where, Optional.empty(), 5), chance);
    return this;
  }

  private DecisionTest and(Kind kind, double micros) {
    return and(kind, Interval.within(micros * 1_000, 3), 1);
  }

  private Bound bound() {
    return new Decision(tally, READ).bound();
  }

  private Confidence confidence(int distance) {
    return new Decision(tally, READ).confidence(distance);
  }

  @Test
  void an_answer_of_the_network_is_io_and_what_is_known_of_it_makes_it_sure() {
    and(Kind.NETWORK, 5_000).and(Kind.TEXT, 30);
    assertEquals(Bound.IO, bound());
    assertEquals(Confidence.HIGH, confidence(2));
    assertEquals(Confidence.MEDIUM, confidence(9));
  }

  @Test
  void what_was_not_seen_beside_a_query_makes_it_no_less_a_query() {
    and(Kind.DATABASE, 2_000);
    tally.missing.add("lib.Mapper");
    assertEquals(Bound.IO, bound());
    assertEquals(Confidence.MEDIUM, confidence(1));
  }

  @Test
  void what_may_be_much_computing_by_its_bounds_is_not_surely_light() {
    tally.compute(new Interval(100, 2_000, 1e5));
    assertEquals(Confidence.HIGH, confidence(1));
    tally.compute(new Interval(100, 300, 1e8));
    assertEquals(Bound.LIGHT, bound());
    assertEquals(Confidence.MEDIUM, confidence(1));
  }

  @Test
  void a_general_word_about_a_library_that_is_not_there_is_believed_least() {
    and(Kind.NETWORK, 5_000);
    tally.presumed = true;
    assertEquals(Confidence.LOW, confidence(1));
  }

  @Test
  void a_disk_is_io_but_mostly_the_page_cache_answers() {
    and(Kind.DISK, 200);
    assertEquals(Bound.IO, bound());
    assertEquals(Confidence.LOW, confidence(1));
  }

  @Test
  void a_disk_that_is_forced_to_write_waits_rather_surely() {
    and(Kind.DISK, 5_000);
    assertEquals(Confidence.MEDIUM, confidence(1));
  }

  @Test
  void waiting_for_others_behind_conditions_of_a_library_is_not_believed() {
    and(Kind.LOCK, Interval.of(1e6), 0.4).and(Kind.MATHS, 400);
    assertEquals(Bound.CPU, new Decision(Decision.deciding(tally), READ).bound());
  }

  @Test
  void what_is_computed_on_purpose_matters_beside_waiting_and_moving_bytes_does_not() {
    and(Kind.NETWORK, 5_000).and(Kind.MATHS, 900);
    assertEquals(Bound.IO, bound());
    and(Kind.CRYPTO, 450);
    assertEquals(Bound.MIXED, bound());
  }

  @Test
  void waiting_for_others_as_likely_as_not_is_believed() {
    and(Kind.LOCK, Interval.of(1e6), 0.6).and(Kind.MATHS, 400);
    assertEquals(Bound.MIXED, new Decision(Decision.deciding(tally), READ).bound());
  }

  @Test
  void computing_that_was_guessed_to_be_endless_does_not_hide_the_waiting() {
    and(Kind.NETWORK, 5_000).and(Kind.TEXT, Interval.within(8e7, 1e4), 1);
    assertEquals(Bound.MIXED, bound());
    assertEquals(Confidence.MEDIUM, confidence(1));
    tally.guessed = true;
    assertEquals(Confidence.LOW, confidence(1));
  }

  @Test
  void computing_that_is_known_to_be_long_hides_it() {
    and(Kind.NETWORK, 5_000).and(Kind.CRYPTO, Interval.within(8e7, 3), 1);
    assertEquals(Bound.CPU, bound());
  }

  @Test
  void computing_is_sure_when_it_is_far_beyond_what_matters() {
    and(Kind.CRYPTO, 6_000);
    assertEquals(Bound.CPU, bound());
    assertEquals(Confidence.HIGH, confidence(1));
    tally.guessed = true;
    assertEquals(Confidence.MEDIUM, confidence(1));
    assertEquals(Confidence.LOW, confidence(9));
  }

  @Test
  void nothing_at_all_is_surely_light_and_nearly_enough_is_not() {
    assertEquals(Bound.LIGHT, bound());
    assertEquals(Confidence.HIGH, confidence(0));
    and(Kind.TEXT, 30);
    assertEquals(Bound.LIGHT, bound());
    assertEquals(Confidence.MEDIUM, confidence(0));
  }

  @Test
  void what_may_be_heavy_by_its_upper_bound_is_not_surely_light() {
    and(Kind.MATHS, Interval.within(2_000, 2_000), 1);
    assertEquals(Confidence.HIGH, confidence(0));
    and(Kind.MATHS, Interval.within(2_000, 20_000), 1);
    assertEquals(Bound.LIGHT, bound());
    assertEquals(Confidence.MEDIUM, confidence(0));
  }

  @Test
  void who_starts_work_is_light_unless_starting_takes_a_while() {
    tally.async = true;
    and(Kind.OTHER, 30);
    assertEquals(Bound.LIGHT, bound());
    assertEquals(Confidence.LOW, confidence(0));
    and(Kind.OTHER, 80);
    assertEquals(Bound.CPU, bound());
  }

  @Test
  void four_fifths_of_waiting_are_io_as_a_stopwatch_has_it() {
    and(Kind.NETWORK, 5_000).and(Kind.TEXT, 1_200);
    assertEquals(Bound.IO, bound());
    and(Kind.TEXT, 100);
    assertEquals(Bound.MIXED, bound());
  }

  @Test
  void what_was_read_from_source_alone_is_believed_little() {
    Decision.Sight source = new Decision.Sight(Quality.SOURCE, false);
    assertEquals(Confidence.LOW, new Decision(tally, source).confidence(0));
  }

  @Test
  void native_code_and_damaged_bodies_are_unknown() {
    assertEquals(
        Bound.UNKNOWN, new Decision(tally, new Decision.Sight(Quality.NONE, true)).bound());
    assertEquals(
        Bound.UNKNOWN, new Decision(tally, new Decision.Sight(Quality.UNREAD, false)).bound());
  }
}
