package dev.concur.rules;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.handOff;
import static dev.concur.Sketch.label;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.staticLock;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static dev.concur.rules.Found.facets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.Sketch.HandOffSketch;
import dev.concur.Sketch.LockSketch;
import dev.concur.model.Bound;
import dev.concur.model.Executor;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.ProgramBuilder;
import dev.concur.model.Remark;
import dev.concur.model.Runner;
import dev.concur.model.Scope;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualRulesTest {

  private static Program onVirtualThreads(int runtime, LockSketch lock) {
    return new ProgramBuilder(new Target(17, runtime, Target.Mode.APPLICATION))
        .lock(lock.use())
        .runners(at("shop.Orders.load:12").methodRef(), Runner.VIRTUAL)
        .build();
  }

  private static LockSketch ownMonitor() {
    return staticLock()
        .gilLike(GilLike.NO)
        .scope(Scope.PER_INSTANCE)
        .notShared()
        .hot(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
  }

  private static HandOffSketch waitingFor(Executor.Kind executor, Kind kind) {
    return handOff(executor).task(Bound.IO, waits(5 * MS), waiting(kind, 5 * MS));
  }

  @ParameterizedTest
  @CsvSource({"17, false", "21, true", "23, true", "24, false", "25, false"})
  void a_monitor_pins_on_21_to_23_only(int runtime, boolean pins) {
    assertEquals(
        pins ? List.of("pinned-by-monitor") : List.of(),
        facets(onVirtualThreads(runtime, ownMonitor())));
  }

  @Test
  void a_lock_object_pins_nobody() {
    assertEquals(List.of(), facets(onVirtualThreads(21, ownMonitor().kind(LockKind.LOCK))));
  }

  @Test
  void a_monitor_that_guards_no_waiting_is_innocent() {
    var lock = staticLock().gilLike(GilLike.NO).notShared().hot(computes(50));

    assertEquals(List.of(), facets(onVirtualThreads(21, lock)));
  }

  @Test
  void a_monitor_that_platform_threads_wait_with_is_innocent() {
    assertEquals(List.of(), facets(on(21, ownMonitor())));
  }

  @ParameterizedTest
  @CsvSource({"21, true", "25, true", "26, false"})
  void a_class_initialiser_that_waits_pins(int runtime, boolean pins) {
    Spot place = at("shop.Codes.<clinit>:3");
    Program program =
        new ProgramBuilder(new Target(17, runtime, Target.Mode.APPLICATION))
            .method(label(place, Bound.IO, waits(5 * MS), Kind.NETWORK))
            .runners(place.methodRef(), Runner.VIRTUAL)
            .build();

    assertEquals(pins ? List.of("pinned-in-class-init") : List.of(), facets(program));
  }

  @Test
  void what_only_a_platform_thread_grants_is_asked_in_vain() {
    Spot place = at("shop.Errand.send:7");
    ProgramBuilder program =
        new ProgramBuilder(new Target(21, 21, Target.Mode.APPLICATION))
            .method(label(place, Bound.LIGHT, computes(100)))
            .remark(new Remark.VainWish(place, "Thread.setPriority"));

    assertEquals(List.of("unsupported-thread-calls"), facets(program.build()));
  }

  @Test
  void what_a_thread_keeps_is_a_note_on_a_virtual_thread_only() {
    Spot place = at("shop.Errand.send:7");
    ProgramBuilder program =
        new ProgramBuilder(new Target(21, 21, Target.Mode.APPLICATION))
            .method(label(place, Bound.LIGHT, computes(100)))
            .remark(new Remark.KeptByThread(place, "array", 128 * 1024));

    assertEquals(List.of(), facets(program.build()));
    program.runners(place.methodRef(), Runner.VIRTUAL);
    assertEquals(List.of("threadlocal-cache-on-virtual"), facets(program.build()));
  }

  @Test
  void native_code_on_a_virtual_thread_is_seen() {
    var enters =
        new Happening.EntersNative(
            new MethodRef("shop.Scanner", "read", "()V"), List.of(at("shop.Orders.ask:61")));
    var task = handOff(Executor.Kind.VIRTUAL).task(Bound.UNKNOWN, computes(0), enters);

    assertEquals(List.of("pinned-by-native"), facets(on(25, task)));
  }

  @Test
  void virtual_threads_in_a_pool_are_seen() {
    var task = waitingFor(Executor.Kind.POOLED_VIRTUAL, Kind.NETWORK).size(10);

    assertEquals(List.of("pooled-virtual-threads"), facets(on(25, task)));
  }

  @Test
  void a_crowd_of_virtual_threads_after_few_connections_is_seen() {
    var task = waitingFor(Executor.Kind.VIRTUAL, Kind.DATABASE).times(100);

    assertEquals(List.of("unbounded-vt-to-bounded-resource"), facets(on(25, task)));
    assertEquals(List.of(), facets(on(25, task.bounded())));
  }

  @Test
  void one_virtual_thread_for_each_request_to_the_database_is_innocent() {
    assertEquals(List.of(), facets(on(25, waitingFor(Executor.Kind.VIRTUAL, Kind.DATABASE))));
  }

  @Test
  void many_sealingcomputing_tasks_keep_the_carriers_like_a_long_one() {
    HandOffSketch sealing = handOff(Executor.Kind.VIRTUAL).task(Bound.CPU, computes(200 * US));

    assertEquals(List.of("cpu-bound-on-virtual"), facets(on(21, sealing.times(50))));
    assertEquals(List.of(), facets(on(21, sealing.times(5))));
  }

  @Test
  void files_on_virtual_threads_are_a_note_and_the_network_is_innocent() {
    assertEquals(
        List.of("file-io-heavy-on-virtual"),
        facets(on(25, waitingFor(Executor.Kind.VIRTUAL, Kind.DISK))));
    assertEquals(
        List.of(), facets(on(25, waitingFor(Executor.Kind.VIRTUAL, Kind.NETWORK).times(100))));
  }

  @Test
  void a_moment_on_a_file_is_innocent() {
    var task =
        handOff(Executor.Kind.VIRTUAL).task(Bound.IO, waits(10 * US), waiting(Kind.DISK, 10 * US));

    assertEquals(List.of(), facets(on(25, task)));
  }
}
