package dev.concur.rules;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.staticLock;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static dev.concur.rules.Found.facets;
import static dev.concur.rules.Found.severity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.Sketch.LockSketch;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockRulesTest {

  /** Shared, but no GIL: the blame is for what happens inside. */
  private static LockSketch shared() {
    return staticLock().gilLike(GilLike.NO).share(0.2);
  }

  /** What it writes it counts. */
  private static Region touching(
      String place, int instructions, Set<String> reads, Set<String> writes) {
    return touching(place, instructions, reads, writes, writes);
  }

  private static Region touching(
      String place, int instructions, Set<String> reads, Set<String> writes, Set<String> counts) {
    return new Region(
        at(place),
        Path.HOT,
        Region.Side.EXCLUSIVE,
        computes(10),
        0.2,
        true,
        instructions,
        List.of(),
        reads,
        writes,
        counts,
        0,
        0);
  }

  @ParameterizedTest
  @CsvSource({
    "NETWORK, blocking-under-lock",
    "DATABASE, blocking-under-lock",
    "DISK, blocking-under-lock",
    "SLEEP, sleep-under-lock",
    "LOCK, future-get-under-lock"
  })
  void each_kind_of_waiting_under_a_lock_has_its_rule(Kind kind, String rule) {
    var lock = shared().hot(waits(5 * MS), waiting(kind, 5 * MS));

    assertEquals(List.of(rule), facets(on(17, lock)));
  }

  @Test
  void waiting_for_a_process_is_both_blocking_and_a_process_wait() {
    var lock = shared().hot(waits(5 * MS), waiting(Kind.PROCESS, 5 * MS));

    assertEquals(List.of("blocking-under-lock", "process-wait-under-lock"), facets(on(17, lock)));
  }

  @Test
  void a_wait_with_a_short_limit_for_another_thread_is_innocent() {
    var wait =
        new Happening.Waits(
            Kind.LOCK, Interval.of(1 * MS), true, List.of(at("shop.Orders.load:13")));

    assertEquals(List.of(), facets(on(17, shared().hot(waits(1 * MS), wait))));
  }

  @Test
  void a_moment_of_disk_under_a_lock_is_innocent() {
    assertEquals(List.of(), facets(on(17, shared().hot(waits(3_000), waiting(Kind.DISK, 3_000)))));
  }

  @Test
  void a_lock_of_many_instances_only_gets_a_note() {
    var lock = shared().scope(Scope.PER_INSTANCE).hot(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));

    assertEquals(Severity.NOTE, severity(on(17, lock)));
  }

  @Test
  void a_lock_for_each_key_is_innocent() {
    var lock = shared().scope(Scope.PER_KEY).hot(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));

    assertEquals(List.of(), facets(on(17, lock)));
  }

  @Test
  void the_reading_side_of_a_lock_keeps_nobody_out() {
    Region reading =
        new Region(
            at("shop.Orders.load:12"),
            Path.HOT,
            Region.Side.READ,
            waits(5 * MS),
            1,
            true,
            20,
            List.of(waiting(Kind.NETWORK, 5 * MS)),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            0);

    assertEquals(List.of(), facets(on(17, shared().region(reading))));
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.function.Consumer, true",
    "java.lang.Runnable, true",
    "shop.PriceListener, true",
    "shop.RateTable, false",
    "java.util.Comparator, false"
  })
  void a_callback_under_a_lock_is_known_by_its_type(String type, boolean guilty) {
    var call = new Happening.CallsOut(type, List.of(at("shop.Orders.load:13")));

    assertEquals(
        guilty ? List.of("callback-under-lock") : List.of(),
        facets(on(17, shared().hot(computes(100), call))));
  }

  @Test
  void two_locks_in_both_orders_are_one_error_at_the_second_of_the_first() {
    var shop =
        shared().id("static A.SHOP").hot(computes(10)).thenTakes("static A.STORE", at("A.fill:7"));
    var store =
        shared()
            .id("static A.STORE")
            .hot(computes(10))
            .thenTakes("static A.SHOP", at("A.clear:19"));

    List<Finding> findings = Rules.findings(on(17, shop, store));

    assertEquals(1, findings.size());
    assertEquals("lock-order-inversion", findings.get(0).rule());
    assertEquals(Severity.ERROR, findings.get(0).severity());
    assertEquals(at("A.fill:7"), findings.get(0).at());
    assertEquals(List.of("static A.SHOP", "static A.STORE"), findings.get(0).locks());
  }

  @Test
  void two_locks_in_one_order_are_innocent() {
    var shop =
        shared().id("static A.SHOP").hot(computes(10)).thenTakes("static A.STORE", at("A.fill:7"));
    var store = shared().id("static A.STORE").hot(computes(10));

    assertEquals(List.of(), facets(on(17, shop, store)));
  }

  @Test
  void the_order_of_locks_with_many_instances_proves_nothing() {
    var one =
        shared()
            .scope(Scope.PER_INSTANCE)
            .id("this of A")
            .hot(computes(10))
            .thenTakes("this of B", at("A.x:7"));
    var two =
        shared()
            .scope(Scope.PER_INSTANCE)
            .id("this of B")
            .hot(computes(10))
            .thenTakes("this of A", at("B.y:9"));

    assertEquals(List.of(), facets(on(17, one, two)));
  }

  @Test
  void a_lock_around_one_number_is_seen() {
    Set<String> count = Set.of("A.visitors");
    var lock =
        shared()
            .guards("A.visitors")
            .region(touching("A.enter:3", 7, count, count))
            .region(touching("A.visitors:9", 3, count, Set.of()));

    assertEquals(List.of("counter-under-lock"), facets(on(17, lock)));
  }

  @Test
  void what_is_made_once_is_no_count() {
    Set<String> instance = Set.of("A.instance");
    var lock =
        shared().guards("A.instance").region(touching("A.open:3", 7, instance, instance, Set.of()));

    assertEquals(List.of(), facets(on(17, lock)));
  }

  @Test
  void a_count_that_is_part_of_a_compound_step_is_innocent() {
    Set<String> both = Set.of("A.visitors", "A.names");
    var lock =
        shared().guards("A.visitors").region(touching("A.enter:3", 7, both, Set.of("A.visitors")));

    assertEquals(List.of(), facets(on(17, lock)));
  }

  @Test
  void unrelated_states_under_one_lock_are_seen() {
    var lock = shared();
    for (String field : List.of("A.letters", "A.visitors")) {
      lock.region(touching("A.put" + field.charAt(2) + ":3", 20, Set.of(field), Set.of(field)));
      lock.region(
          touching("A.get" + field.charAt(2) + ":9", 20, Set.of(field, "A.name"), Set.of()));
    }

    assertEquals(List.of("disjoint-state-lock"), facets(on(17, lock)));
  }

  @Test
  void states_that_one_block_ties_together_are_innocent() {
    var lock =
        shared()
            .region(touching("A.a:1", 20, Set.of("A.x"), Set.of("A.x")))
            .region(touching("A.b:2", 20, Set.of("A.y"), Set.of("A.y")))
            .region(touching("A.c:3", 20, Set.of("A.x", "A.y"), Set.of()));

    assertEquals(List.of(), facets(on(17, lock)));
  }

  @ParameterizedTest
  @CsvSource({
    "constant \"LOCK\", true",
    "getClass() in A, true",
    "class A, false",
    "static A.L, false"
  })
  void a_lock_that_is_not_ones_own_is_known_by_its_name(String id, boolean guilty) {
    assertEquals(
        guilty ? List.of("lock-on-interned-or-class") : List.of(),
        facets(on(17, shared().id(id).hot(computes(10)))));
  }

  @Test
  void loose_ends_of_a_block_are_seen() {
    Region bloated =
        new Region(
            at("A.note:3"),
            Path.HOT,
            Region.Side.EXCLUSIVE,
            computes(40),
            0.2,
            true,
            60,
            List.of(),
            Set.of("A.x"),
            Set.of(),
            Set.of(),
            0,
            45);

    assertEquals(List.of("bloated-region"), facets(on(17, shared().region(bloated))));
  }

  @Test
  void funnels_and_collections_have_rules_of_their_own() {
    var thread =
        staticLock()
            .kind(LockKind.SINGLE_THREAD_EXECUTOR)
            .hot(waits(20 * MS), waiting(Kind.NETWORK, 20 * MS));
    var connection =
        staticLock()
            .kind(LockKind.SINGLE_CONNECTION)
            .hot(waits(5 * MS), waiting(Kind.DATABASE, 5 * MS));
    var table =
        shared()
            .kind(LockKind.SYNCHRONIZED_COLLECTION)
            .region(at("A.put:1"), Path.HOT, computes(50))
            .region(at("A.get:2"), Path.HOT, computes(50));

    assertEquals(List.of("gil-single-thread-executor"), facets(on(17, thread)));
    assertEquals(List.of("gil-single-connection"), facets(on(17, connection)));
    assertEquals(List.of("gil-synchronized-collection"), facets(on(17, table)));
  }

  @Test
  void one_thread_for_short_tasks_and_a_collection_used_in_one_place_are_innocent() {
    var thread = staticLock().kind(LockKind.SINGLE_THREAD_EXECUTOR).hot(computes(20_000));
    var table = shared().kind(LockKind.SYNCHRONIZED_COLLECTION).hot(computes(50));

    assertEquals(List.of(), facets(on(17, thread, table)));
  }

  @Test
  void a_collection_of_one_object_that_is_asked_now_and_then_is_innocent() {
    var table =
        shared()
            .kind(LockKind.SYNCHRONIZED_COLLECTION)
            .id("collection in A.rows")
            .scope(Scope.SHARED_INSTANCE)
            .region(at("A.put:1"), Path.HOT, computes(20))
            .region(at("A.get:2"), Path.HOT, computes(20));

    assertEquals(List.of(), facets(on(17, table.share(0.01))));
    assertEquals(List.of("gil-synchronized-collection"), facets(on(17, table.share(0.2))));
  }

  @Test
  void a_wait_on_a_miss_is_a_note_where_a_crowd_queues_behind_it() {
    var seen = shared().region(at("A.of:3"), Path.MISS, waits(MS), waiting(Kind.DATABASE, MS));
    assertEquals(List.of(), facets(on(17, seen)));

    Program crowded = on(17, seen.crowd());
    assertEquals(List.of("blocking-under-lock"), facets(crowded));
    assertEquals(Severity.NOTE, severity(crowded));
  }

  @Test
  void what_a_crowd_waits_for_once_is_no_miss() {
    var once =
        shared().crowd().region(at("A.of:3"), Path.ONCE, waits(MS), waiting(Kind.DATABASE, MS));
    assertEquals(List.of(), facets(on(17, once)));
  }

  @Test
  void values_that_a_crowd_waits_for_under_a_collection_are_a_warning() {
    var table = shared().kind(LockKind.SYNCHRONIZED_COLLECTION).hot(computes(MS)).share(0.95);
    assertEquals(Severity.NOTE, severity(on(17, table)));
    assertEquals(Severity.WARNING, severity(on(17, table.gilLike(GilLike.COMPUTE))));
  }

  @Test
  void a_compute_function_that_waits_is_a_warning_and_a_loader_a_note() {
    for (Path path : List.of(Path.HOT, Path.MISS)) {
      var bin =
          shared()
              .kind(LockKind.MAP_BIN)
              .region(at("A.of:3"), path, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
      Program program = on(17, bin);

      assertEquals(List.of("io-in-map-compute"), facets(program));
      assertEquals(path == Path.HOT ? Severity.WARNING : Severity.NOTE, severity(program));
    }
  }
}
