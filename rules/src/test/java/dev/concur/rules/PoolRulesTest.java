package dev.concur.rules;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.US;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.computing;
import static dev.concur.Sketch.handOff;
import static dev.concur.Sketch.label;
import static dev.concur.Sketch.loop;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static dev.concur.rules.Found.facets;
import static dev.concur.rules.Found.severity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.Sketch.HandOffSketch;
import dev.concur.model.Bound;
import dev.concur.model.Entry;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.ProgramBuilder;
import dev.concur.model.Remark;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pools, asynchronous code, loops that poll, and labels worth a note. */
class PoolRulesTest {

  private static final Spot CLICK = at("shop.Window.click:20");

  private static HandOffSketch computingFor(Executor.Kind kind, double nanos) {
    return handOff(kind).task(Bound.CPU, computes(nanos), computing(Kind.IMAGE, nanos));
  }

  private static HandOffSketch asking(Executor.Kind kind) {
    return handOff(kind).task(Bound.IO, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
  }

  @Test
  void waiting_on_the_common_pool_is_seen_and_computing_there_is_innocent() {
    assertEquals(
        List.of("blocking-on-common-pool"), facets(on(17, asking(Executor.Kind.COMMON_POOL))));
    assertEquals(List.of(), facets(on(17, computingFor(Executor.Kind.COMMON_POOL, 5 * MS))));
  }

  @Test
  void waiting_in_a_parallel_stream_is_seen_and_computing_there_is_innocent() {
    var waits = loop().parallel().body(waits(5 * MS), waiting(Kind.DATABASE, 5 * MS));
    var computes = loop().parallel().body(computes(5 * MS), computing(Kind.MATHS, 5 * MS));

    assertEquals(List.of("blocking-in-parallel-stream"), facets(on(17, waits)));
    assertEquals(List.of(), facets(on(17, computes)));
  }

  @Test
  void a_parallel_stream_over_seven_elements_is_tiny() {
    var week = loop().parallel().trips(7, Loop.Trip.CONSTANT).body(computes(20));

    assertEquals(List.of("tiny-parallel-stream"), facets(on(17, week)));
    assertEquals(
        List.of(), facets(on(17, week.trips(7, Loop.Trip.CONSTANT).body(computes(5 * MS)))));
  }

  @Test
  void a_parallel_stream_over_data_may_be_large() {
    assertEquals(
        List.of(), facets(on(17, loop().parallel().trips(7, Loop.Trip.DATA).body(computes(20)))));
  }

  /** A parallel stream of 40 elements in a method that each of these tasks calls. */
  private static Program streamIn(HandOffSketch tasks, double nanos, Runner... sorts) {
    Spot value = at("shop.Desk.value:10");
    Spot task = at("shop.Report.desk:20");
    Loop stream =
        loop().parallel().at(value).trips(40, Loop.Trip.DATA).body(computes(nanos)).loop();
    return new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION))
        .loop(stream)
        .handOff(tasks.running("shop.Report.desk:20").handOff())
        .call(new Program.Call(task, value.methodRef(), Optional.empty(), Path.HOT, true, false))
        .runners(value.methodRef(), sorts)
        .build();
  }

  @Test
  void a_small_parallel_stream_in_tasks_that_keep_the_cores_busy_is_tiny() {
    var desks = computingFor(Executor.Kind.CORES, 1 * MS).times(24);

    assertEquals(List.of("tiny-parallel-stream"), facets(streamIn(desks, 20, Runner.POOL)));
  }

  @Test
  void a_parallel_stream_in_tasks_is_innocent_where_cores_are_free_or_there_is_much_to_do() {
    var desks = computingFor(Executor.Kind.CORES, 1 * MS).times(24);
    var oneByOne = computingFor(Executor.Kind.SINGLE, 1 * MS).times(24);

    assertEquals(List.of(), facets(streamIn(desks, 20, Runner.POOL, Runner.PLATFORM)));
    assertEquals(List.of(), facets(streamIn(desks, 20 * US, Runner.POOL)));
    assertEquals(List.of(), facets(streamIn(oneByOne, 20, Runner.POOL)));
  }

  @Test
  void a_parallel_stream_that_writes_what_it_shares_is_an_error() {
    var unsafe = loop().parallel().blocked().body(computes(5 * MS));

    assertEquals(List.of("unsafe-parallel-lambda"), facets(on(17, unsafe)));
    assertEquals(Severity.ERROR, severity(on(17, unsafe)));
  }

  /** A task of a pool that calls a method which hands over on line 70 and waits on line 71. */
  private static Program waitingInATask(Executor inner, String get) {
    Spot asked = at("shop.Orders.ask:60");
    Spot checked = at("shop.Orders.checked:69");
    Label both = label(checked, Bound.IO, waits(1 * MS));
    MethodRef join = new MethodRef("java.util.concurrent.Future", "get", get);
    return new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION))
        .handOff(outer().handOff())
        .handOff(handOverTo(inner))
        .call(
            new Program.Call(asked, checked.methodRef(), Optional.of(both), Path.HOT, false, false))
        .call(
            new Program.Call(
                at("shop.Orders.checked:71"), join, Optional.empty(), Path.HOT, false, true))
        .build();
  }

  private static HandOffSketch outer() {
    return handOff(Executor.Kind.FIXED).size(2).task(Bound.IO, waits(1 * MS));
  }

  private static HandOff handOverTo(Executor executor) {
    return new HandOff(
        at("shop.Orders.checked:70"),
        executor,
        List.of(),
        Optional.empty(),
        Interval.of(1),
        false,
        List.of(),
        false,
        Path.HOT);
  }

  private static Executor poolNamed(String identity) {
    Executor pool = outer().handOff().executor();
    return new Executor(pool.kind(), pool.size(), identity, pool.created());
  }

  @Test
  void a_task_that_waits_for_its_own_pool_is_an_error() {
    Executor own = outer().handOff().executor();
    assertEquals(List.of("pool-self-wait"), facets(waitingInATask(own, "()V")));
  }

  @Test
  void a_task_that_waits_for_another_pool_is_innocent() {
    Executor other = poolNamed("field shop.Orders.others");
    assertEquals(List.of(), facets(waitingInATask(other, "()V")));
  }

  @Test
  void a_task_that_waits_for_its_own_pool_with_a_limit_goes_on_some_day() {
    Executor own = outer().handOff().executor();
    String limited = "(JLjava/util/concurrent/TimeUnit;)V";
    assertEquals(List.of(), facets(waitingInATask(own, limited)));
  }

  @Test
  void a_pool_without_limit_for_the_network_is_seen_unless_something_bounds_it() {
    assertEquals(List.of("cached-pool-network"), facets(on(17, asking(Executor.Kind.CACHED))));
    assertEquals(List.of(), facets(on(17, asking(Executor.Kind.CACHED).bounded())));
  }

  @Test
  void far_more_threads_than_cores_for_computing_are_a_note() {
    assertEquals(
        List.of("oversized-cpu-pool"),
        facets(on(17, computingFor(Executor.Kind.FIXED, 5 * MS).size(64))));
    assertEquals(List.of(), facets(on(17, computingFor(Executor.Kind.FIXED, 5 * MS).size(8))));
  }

  @Test
  void a_thread_for_each_computing_task_is_seen() {
    assertEquals(
        List.of("cpu-tasks-need-bounded-pool"),
        facets(on(17, computingFor(Executor.Kind.CACHED, 5 * MS).times(100))));
    assertEquals(List.of(), facets(on(17, computingFor(Executor.Kind.CACHED, 5 * MS))));
    assertEquals(List.of(), facets(on(17, computingFor(Executor.Kind.CACHED, 50 * US).times(100))));
  }

  @Test
  void computing_elsewhere_and_waiting_for_it_at_once_is_a_note() {
    assertEquals(
        List.of("async-over-cpu"),
        facets(on(17, computingFor(Executor.Kind.COMMON_POOL, 5 * MS).joined())));
  }

  private static Happening.LooksAgain looking(boolean yields) {
    return new Happening.LooksAgain("shop.Door.open", yields, List.of(at("shop.Door.wait:3")));
  }

  @Test
  void looking_again_without_a_pause_is_seen_unless_it_yields() {
    var spin = loop().trips(1, Loop.Trip.FOREVER).body(computes(1), looking(false));
    var polite = loop().trips(1, Loop.Trip.FOREVER).body(computes(1), looking(true));

    assertEquals(List.of("spin-wait"), facets(on(17, spin)));
    assertEquals(List.of(), facets(on(17, polite)));
  }

  @Test
  void sleeping_and_looking_again_is_a_note() {
    var poll =
        loop()
            .trips(1, Loop.Trip.FOREVER)
            .body(waits(500 * MS), waiting(Kind.SLEEP, 500 * MS), looking(false));
    var retry =
        loop().trips(1, Loop.Trip.UNKNOWN).body(waits(500 * MS), waiting(Kind.SLEEP, 500 * MS));

    assertEquals(List.of("poll-sleep-loop"), facets(on(17, poll)));
    assertEquals(List.of(), facets(on(17, retry)));
  }

  private static Program clicking(Program.Call call, Runner... runners) {
    return new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION))
        .method(label(CLICK, Bound.IO, waits(5 * MS), Kind.NETWORK))
        .entry(new Entry(CLICK, Entry.Kind.EVENT_LOOP, false))
        .runners(CLICK.methodRef(), runners)
        .call(call)
        .build();
  }

  private static Program.Call call(boolean joins) {
    Label callee = label(at("shop.Http.get:40"), Bound.IO, waits(5 * MS), Kind.NETWORK);
    return new Program.Call(
        at("shop.Window.click:21"),
        new MethodRef("shop.Http", "get", "()V"),
        Optional.of(callee),
        Path.HOT,
        false,
        joins);
  }

  @Test
  void waiting_on_the_thread_of_a_window_is_seen() {
    assertEquals(List.of("blocking-on-event-loop"), facets(clicking(call(false), Runner.UI)));
    assertEquals(List.of("block-in-async-context"), facets(clicking(call(true), Runner.UI)));
  }

  @Test
  void a_method_that_pools_run_too_may_wait() {
    assertEquals(List.of(), facets(clicking(call(false), Runner.UI, Runner.POOL)));
    assertEquals(List.of(), facets(clicking(call(true))));
  }

  private static final String A_FUTURE = "()Ljava/util/concurrent/CompletableFuture;";

  /** A method with this descriptor that makes these calls, one of which starts work elsewhere. */
  private static Program starter(String descriptor, Program.Call... calls) {
    Spot place = returning(descriptor, CLICK);
    Label both = label(place, Bound.IO, waits(5 * MS), Kind.NETWORK);
    Label promise =
        new Label(
            place,
            both.bound(),
            both.kinds(),
            true,
            true,
            both.cost(),
            both.confidence(),
            List.of(),
            List.of());
    ProgramBuilder program =
        new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION)).method(promise);
    if (descriptor.equals(A_FUTURE)) {
      program.promising(place.methodRef());
    }
    for (Program.Call call : calls) {
      program.call(
          new Program.Call(
              returning(descriptor, call.at()),
              call.callee(),
              call.label(),
              call.path(),
              call.inLoop(),
              call.joins()));
    }
    return program.build();
  }

  private static Spot returning(String descriptor, Spot spot) {
    return new Spot(
        spot.className(), spot.method(), descriptor, spot.file(), spot.line(), spot.note());
  }

  private static Program.Call starting() {
    Label starts =
        new Label(
            at("shop.Http.getLater:50"),
            Bound.LIGHT,
            java.util.Set.of(),
            false,
            true,
            Optional.empty(),
            dev.concur.model.Confidence.HIGH,
            List.of(),
            List.of());
    return new Program.Call(
        at("shop.Window.click:22"), starts.method(), Optional.of(starts), Path.HOT, false, false);
  }

  @Test
  void a_promise_that_waits_before_it_starts_is_seen() {
    assertEquals(
        List.of("async-method-blocks-first"), facets(starter(A_FUTURE, call(false), starting())));
    assertEquals(List.of(), facets(starter(A_FUTURE, starting(), call(false))));
  }

  @Test
  void a_method_that_gives_no_future_promises_nothing() {
    assertEquals(List.of(), facets(starter("()V", call(false), starting())));
  }

  @Test
  void a_method_that_waits_and_computes_is_a_note_where_the_two_meet() {
    var cost = waits(5 * MS).plus(computes(5 * MS));

    assertEquals(
        List.of("mixed-method"),
        facets(on(17, label(CLICK, Bound.MIXED, cost, Kind.NETWORK, Kind.MATHS))));
    assertEquals(List.of(), facets(on(17, label(CLICK, Bound.IO, waits(5 * MS), Kind.NETWORK))));
  }

  @Test
  void figures_that_only_multiplied_guesses_come_to_are_not_believed() {
    double minute = 60_000 * MS;
    var cost = waits(minute).plus(computes(minute));

    assertEquals(
        List.of(), facets(on(17, label(CLICK, Bound.MIXED, cost, Kind.NETWORK, Kind.MATHS))));
  }

  @Test
  void a_promise_not_to_wait_that_is_not_kept_is_seen() {
    ProgramBuilder waits =
        new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION))
            .method(label(CLICK, Bound.IO, waits(5 * MS), Kind.NETWORK));
    MethodRef click = CLICK.methodRef();

    assertEquals(List.of(), facets(waits.annotated(click, "Deprecated").build()));
    assertEquals(
        List.of("declared-nonblocking-but-blocks"),
        facets(waits.annotated(click, "NonBlocking").build()));
  }

  @Test
  void a_process_that_nobody_reads_is_seen() {
    ProgramBuilder waits =
        new ProgramBuilder(new Target(17, 17, Target.Mode.APPLICATION))
            .method(label(CLICK, Bound.IO, waits(5 * MS), Kind.PROCESS))
            .remark(new Remark.UndrainedProcess(CLICK, CLICK));

    assertEquals(List.of("process-pipe-deadlock"), facets(waits.build()));
  }

  @Test
  void stages_and_operators_that_wait_are_seen() {
    List<Spot> chain = List.of(CLICK);
    ProgramBuilder waits =
        new ProgramBuilder(new Target(21, 21, Target.Mode.APPLICATION))
            .method(label(CLICK, Bound.LIGHT, computes(100)))
            .remark(new Remark.HeavyStage(CLICK, Kind.DATABASE, 5 * MS, chain));

    assertEquals(List.of("blocking-in-nonasync-stage"), facets(waits.build()));

    ProgramBuilder maps =
        new ProgramBuilder(new Target(21, 21, Target.Mode.APPLICATION))
            .method(label(CLICK, Bound.LIGHT, computes(100)))
            .remark(new Remark.WaitingOperator(CLICK, Kind.DATABASE, 5 * MS, chain));

    assertEquals(List.of("blocking-in-reactive-operator"), facets(maps.build()));
  }

  @Test
  void a_chain_of_stages_is_a_matter_of_21_and_newer() {
    assertEquals(List.of("callback-chain-on-21"), facets(chained(21)));
    assertEquals(List.of(), facets(chained(17)));
  }

  private static Program chained(int runtime) {
    return new ProgramBuilder(new Target(17, runtime, Target.Mode.APPLICATION))
        .method(label(CLICK, Bound.LIGHT, computes(100)))
        .remark(new Remark.ChainOfStages(CLICK, 4))
        .build();
  }

  @Test
  void a_method_that_asks_a_person_is_a_note() {
    assertEquals(
        List.of("interactive-wait"),
        facets(on(17, label(CLICK, Bound.IO, waits(5 * MS), Kind.INPUT))));
  }

  @Test
  void a_pool_that_is_made_with_a_thread_for_each_of_its_tasks_keeps_none_waiting() {
    var two = asking(Executor.Kind.FIXED).at(at("shop.Orders.<init>:6")).size(2);

    assertEquals(List.of(), facets(on(17, two.times(2))));
    assertEquals(List.of("platform-pool-for-blocking"), facets(on(17, two.times(3))));
    assertEquals(
        List.of("platform-pool-for-blocking"),
        facets(on(17, asking(Executor.Kind.FIXED).size(2).times(2))));
  }
}
