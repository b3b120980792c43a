package dev.concur.rules;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.computing;
import static dev.concur.Sketch.handOff;
import static dev.concur.Sketch.loop;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static dev.concur.rules.Found.facets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.Sketch.HandOffSketch;
import dev.concur.Sketch.LoopSketch;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Executor;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Spot;
import dev.concur.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRulesTest {

  private static LoopSketch asking() {
    return loop().body(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
  }

  private static LoopSketch crunching() {
    return loop().body(computes(200 * US), computing(Kind.MATHS, 200 * US));
  }

  private static HandOffSketch asking(Executor.Kind kind) {
    return handOff(kind).task(Bound.IO, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
  }

  @Test
  void independent_waits_one_after_the_other_are_seen() {
    assertEquals(List.of("sequential-independent-io"), facets(on(17, asking())));
  }

  @Test
  void computing_of_no_known_kind_must_be_ten_times_as_long() {
    var guessed = loop().body(computes(50 * US), computing(Kind.OTHER, 50 * US));
    var sure = loop().body(computes(500 * US), computing(Kind.OTHER, 500 * US));

    assertEquals(List.of("parallelisable-cpu-loop"), facets(on(17, guessed)));
    assertEquals(List.of(), facets(on(17, guessed.guessedTrips(100))));
    assertEquals(List.of("parallelisable-cpu-loop"), facets(on(17, sure.guessedTrips(100))));
  }

  @Test
  void a_guessed_number_of_rounds_is_doubted_unless_a_handful_would_pay() {
    assertEquals(Confidence.LOW, sureness(30 * US, Kind.TEXT));
    assertEquals(Confidence.MEDIUM, sureness(60 * US, Kind.TEXT));
    assertEquals(Confidence.MEDIUM, sureness(30 * US, Kind.CRYPTO));
  }

  private static Confidence sureness(double round, Kind kind) {
    var rounds = loop().body(computes(round), computing(kind, round)).guessedTrips(1000);
    return Rules.findings(on(17, rounds)).get(0).confidence();
  }

  @Test
  void what_was_multiplied_by_guesses_is_doubted_however_much_it_is() {
    var cost = new Cost(new Interval(60 * US, 75 * MS, 1e9), Interval.of(0), Provenance.CATALOGUE);
    var rounds = loop().body(cost, computing(Kind.TEXT, 75 * MS)).guessedTrips(1000);

    assertEquals(Confidence.LOW, Rules.findings(on(17, rounds)).get(0).confidence());
  }

  @Test
  void who_keeps_an_object_to_use_it_again_has_more_than_a_few_rounds() {
    var light = loop().body(computes(2 * US), computing(Kind.OTHER, 2 * US)).guessedTrips(1000);

    assertEquals(List.of(), facets(on(17, light)));
    assertEquals(List.of("parallelisable-cpu-loop"), facets(on(17, light.owning("Orders.digest"))));
  }

  @Test
  void a_short_read_of_a_file_counts_as_computing_and_a_durable_write_as_waiting() {
    var body = new Cost(Interval.of(300 * US), Interval.of(200 * US), Provenance.CATALOGUE);
    var reads = loop().body(body, waiting(Kind.DISK, 200 * US), computing(Kind.CRYPTO, 300 * US));
    var forces = loop().body(waits(5 * MS), waiting(Kind.DISK, 5 * MS));

    assertEquals(List.of("parallelisable-cpu-loop"), facets(on(17, reads)));
    assertEquals(List.of("sequential-independent-io"), facets(on(17, forces)));
  }

  private static LoopSketch serving(String what) {
    return asking()
        .trips(100, Loop.Trip.FOREVER)
        .at(at("shop.Desk.serve:9").noting("serves each " + what));
  }

  @Test
  void who_serves_one_after_the_other_is_seen_and_who_has_more_threads_is_not() {
    var one = handOff(Executor.Kind.NEW_THREAD).running("shop.Desk.serve:9");
    var four = handOff(Executor.Kind.NEW_THREAD).running("shop.Desk.serve:9").times(4);

    assertEquals(List.of("one-by-one"), facets(on(17, serving("client"))));
    assertEquals(List.of(), facets(on(17, serving("client"), four)));
    assertEquals(List.of(), facets(on(17, serving("item"))));
    assertEquals(List.of("one-by-one"), facets(on(17, serving("item"), one)));
    assertEquals(List.of(), facets(on(17, serving("client").blocked())));
  }

  @Test
  void pieces_of_one_conversation_have_an_order() {
    var reads = loop().body(waits(80 * US), waiting(Kind.NETWORK, 80 * US));

    assertEquals(List.of(), facets(on(17, reads.trips(1_000, Loop.Trip.DATA))));
  }

  @Test
  void a_sleep_that_gives_a_result_stands_for_work_and_a_pause_does_not() {
    assertEquals(List.of("sequential-independent-io"), facets(on(17, sleeping("(I)J"))));
    assertEquals(List.of(), facets(on(17, sleeping("(J)V"))));
  }

  private static LoopSketch sleeping(String descriptor) {
    var sleep =
        new Happening.Waits(
            Kind.SLEEP,
            Interval.of(5 * MS),
            false,
            List.of(
                at("shop.Orders.all:31"),
                new Spot("shop.Http", "get", descriptor, "shop/Http.java", 40, "")));
    return loop().body(waits(5 * MS), sleep);
  }

  @Test
  void many_tasks_smaller_than_handing_them_over_are_seen() {
    HandOffSketch tiny = handOff(Executor.Kind.FIXED).task(Bound.LIGHT, computes(200));

    assertEquals(List.of("tiny-task-hand-off"), facets(on(17, tiny.times(500))));
    assertEquals(List.of(), facets(on(17, tiny.times(1))));
    assertEquals(
        List.of(),
        facets(
            on(17, handOff(Executor.Kind.FIXED).times(500).task(Bound.CPU, computes(100 * US)))));
  }

  @Test
  void rounds_that_need_each_other_stay_as_they_are() {
    assertEquals(List.of(), facets(on(17, asking().blocked())));
    assertEquals(List.of(), facets(on(17, crunching().blocked())));
  }

  @Test
  void a_loop_that_never_ends_or_is_rare_stays_as_it_is() {
    assertEquals(List.of(), facets(on(17, asking().trips(1000, Loop.Trip.FOREVER))));
    assertEquals(List.of(), facets(on(17, asking().path(Path.ERROR))));
    assertEquals(List.of(), facets(on(17, crunching().path(Path.ONCE))));
  }

  @Test
  void a_person_at_a_keyboard_is_not_asked_in_parallel() {
    assertEquals(
        List.of(), facets(on(17, loop().body(waits(5 * MS), waiting(Kind.INPUT, 5 * MS)))));
  }

  @Test
  void a_heavy_loop_of_independent_rounds_is_seen() {
    assertEquals(List.of("parallelisable-cpu-loop"), facets(on(17, crunching())));
  }

  @Test
  void a_light_loop_is_left_alone() {
    assertEquals(List.of(), facets(on(17, loop().body(computes(200)))));
  }

  @Test
  void waiting_tasks_in_a_fixed_pool_are_seen_once_for_each_pool() {
    var first = asking(Executor.Kind.FIXED).size(8);
    var second = asking(Executor.Kind.FIXED).size(8).at(at("shop.Orders.more:70"));

    assertEquals(List.of("platform-pool-for-blocking"), facets(on(21, first, second)));
  }

  @Test
  void waiting_on_virtual_threads_is_innocent() {
    assertEquals(List.of(), facets(on(21, asking(Executor.Kind.VIRTUAL))));
  }

  @Test
  void one_background_thread_is_innocent_and_a_row_of_them_is_not() {
    assertEquals(List.of(), facets(on(21, asking(Executor.Kind.NEW_THREAD))));
    assertEquals(
        List.of("platform-pool-for-blocking"),
        facets(on(21, asking(Executor.Kind.NEW_THREAD).times(100))));
  }

  @Test
  void computing_in_a_pool_of_cores_is_innocent() {
    var task = handOff(Executor.Kind.CORES).task(Bound.CPU, computes(40 * MS));

    assertEquals(List.of(), facets(on(21, task)));
  }

  @Test
  void tasks_that_wait_for_files_or_for_each_other_keep_their_threads() {
    for (Kind kind : List.of(Kind.DISK, Kind.LOCK)) {
      var task =
          handOff(Executor.Kind.FIXED).size(8).task(Bound.IO, waits(5 * MS), waiting(kind, 5 * MS));

      assertEquals(List.of(), facets(on(21, task)), kind.toString());
    }
  }

  @Test
  void computing_on_virtual_threads_is_seen_where_they_exist() {
    var task =
        handOff(Executor.Kind.VIRTUAL)
            .task(Bound.CPU, computes(40 * MS), computing(Kind.IMAGE, 40 * MS));

    assertEquals(List.of("cpu-bound-on-virtual"), facets(on(21, task)));
  }

  @Test
  void a_moment_of_computing_on_a_virtual_thread_is_innocent() {
    var task = handOff(Executor.Kind.VIRTUAL).task(Bound.CPU, computes(100 * US));

    assertEquals(List.of(), facets(on(21, task)));
  }

  @Test
  void a_task_that_does_nothing_is_waited_for_because_of_its_turn() {
    var sums = handOff(Executor.Kind.FIXED).joined().task(Bound.LIGHT, computes(300));
    var nothing = handOff(Executor.Kind.FIXED).joined().task(Bound.LIGHT, computes(2));

    assertEquals(List.of("async-over-cpu"), facets(on(17, sums)));
    assertEquals(List.of(), facets(on(17, nothing)));
  }
}
