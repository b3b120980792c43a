package dev.concur.rules;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.computing;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.staticLock;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static dev.concur.rules.Found.facets;
import static dev.concur.rules.Found.severity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Cost;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Provenance;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class GilRulesTest {

  @Test
  void a_static_lock_held_while_computing_is_a_gil() {
    var lock =
        staticLock().gilLike(GilLike.COMPUTE).hot(computes(2 * MS), computing(Kind.MATHS, 2 * MS));

    assertEquals(List.of("gil-cpu", "gil-static-lock"), facets(on(17, lock)));
  }

  @Test
  void a_static_lock_held_across_the_network_is_an_error() {
    var lock = staticLock().hot(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));

    assertEquals(List.of("gil-io", "gil-static-lock", "blocking-under-lock"), facets(on(17, lock)));
    assertEquals(Severity.ERROR, severity(on(17, lock)));
  }

  @Test
  void a_wait_that_is_next_to_nothing_of_the_time_held_is_not_what_everybody_waits_for() {
    var moment = staticLock().hot(computes(2 * MS), waiting(Kind.DISK, 70));
    var small = staticLock().hot(computes(2 * MS), waiting(Kind.DISK, 50 * US));

    assertEquals(false, facets(on(17, moment)).contains("gil-io"));
    assertEquals(false, facets(on(17, small)).contains("gil-io"));
    Cost script = new Cost(Interval.of(90 * MS), Interval.of(5 * MS), Provenance.CATALOGUE);
    var question = staticLock().hot(script, waiting(Kind.NETWORK, 5 * MS));
    assertEquals(true, facets(on(17, question)).contains("gil-io"));
    assertEquals(true, facets(on(17, small)).contains("gil-static-lock"));
  }

  @Test
  void a_shared_object_is_named_as_such() {
    var lock =
        staticLock()
            .id("this of shop.Handler")
            .scope(Scope.SHARED_INSTANCE)
            .gilLike(GilLike.COMPUTE)
            .hot(computes(2 * MS));

    assertEquals(List.of("gil-cpu", "gil-singleton"), facets(on(17, lock)));
  }

  @Test
  void a_lock_that_is_a_gil_only_when_configured_so_is_a_note() {
    var lock = staticLock().when("multi-threading is off").hot(computes(2 * MS));

    assertEquals(Severity.NOTE, severity(on(17, lock)));
  }

  @Test
  void an_unknown_callback_under_a_gil_counts_as_work() {
    var lock =
        staticLock()
            .hot(
                computes(1 * US),
                new Happening.CallsOut("shop.Appender", List.of(at("shop.Orders.load:13"))));

    assertEquals(true, facets(on(17, lock)).contains("gil-static-lock"));
  }

  @Test
  void native_code_behind_a_gil_is_a_candidate_for_processes() {
    var lock =
        staticLock()
            .gilLike(GilLike.COMPUTE)
            .hot(
                computes(2 * MS),
                new Happening.EntersNative(
                    new MethodRef("shop.Ocr", "recognise", "([B)V"),
                    List.of(at("shop.Orders.load:13"))));

    assertEquals(true, facets(on(17, lock)).contains("process-candidate"));
  }

  @Test
  void a_gil_in_foreign_code_is_a_candidate_for_processes() {
    var lock = staticLock().foreign().gilLike(GilLike.COMPUTE).hot(computes(2 * MS));

    assertEquals(true, facets(on(17, lock)).contains("process-candidate"));
  }

  @Test
  void a_short_accessor_is_innocent() {
    assertEquals(List.of(), facets(on(17, staticLock().hot(computes(50)))));
  }

  @Test
  void a_lock_that_was_not_shown_to_be_shared_is_innocent() {
    assertEquals(List.of(), facets(on(17, staticLock().notShared().hot(computes(2 * MS)))));
  }

  @Test
  void a_lock_of_each_instance_is_innocent() {
    var lock = staticLock().scope(Scope.PER_INSTANCE).hot(computes(2 * MS));

    assertEquals(List.of(), facets(on(17, lock)));
  }

  @Test
  void a_lock_that_the_lock_room_acquits_is_innocent() {
    assertEquals(List.of(), facets(on(17, staticLock().gilLike(GilLike.NO).hot(computes(2 * MS)))));
  }

  @Test
  void a_lock_held_for_a_small_share_of_the_work_is_innocent() {
    assertEquals(List.of(), facets(on(17, staticLock().share(0.1).hot(computes(2 * MS)))));
  }

  @Test
  void initialisation_a_miss_and_an_error_are_innocent() {
    for (Path path : List.of(Path.MISS, Path.COLD, Path.ONCE, Path.ERROR)) {
      var lock =
          staticLock()
              .region(at("shop.A.b:1"), path, waits(5 * MS), waiting(Kind.DATABASE, 5 * MS));

      assertEquals(List.of(), facets(on(17, lock)), path.toString());
    }
  }

  @Test
  void a_compute_function_in_a_map_is_not_a_static_lock() {
    var lock = staticLock().kind(LockKind.MAP_BIN).hot(computes(2 * MS));

    assertEquals(false, facets(on(17, lock)).contains("gil-static-lock"));
  }
}
