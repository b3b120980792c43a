package dev.concur.advise;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.TWO_CORES;
import static dev.concur.Sketch.US;
import static dev.concur.Sketch.at;
import static dev.concur.Sketch.computes;
import static dev.concur.Sketch.computing;
import static dev.concur.Sketch.handOff;
import static dev.concur.Sketch.loop;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.staticLock;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.Sketch.HandOffSketch;
import dev.concur.Sketch.LockSketch;
import dev.concur.Sketch.LoopSketch;
import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.Remedy.Status;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Executor;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.ProgramBuilder;
import dev.concur.model.Provenance;
import dev.concur.model.Region;
import dev.concur.model.Scope;
import dev.concur.model.Spot;
import dev.concur.model.Target;
import dev.concur.rule.Rules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdvisorTest {

  private static Advice advice(Program program) {
    List<Advice> all = Advisor.advise(program, Rules.findings(program), TWO_CORES);
    assertEquals(1, all.size(), all.toString());
    return all.get(0);
  }

  private static LoopSketch asking() {
    return loop().body(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));
  }

  private static LockSketch gil(Set<String> writes) {
    return staticLock()
        .gilLike(GilLike.COMPUTE)
        .writes(computes(2 * MS), writes, computing(Kind.TEXT, 2 * MS));
  }

  private static String rejection(Advice advice, Model model) {
    return advice.remedies().stream()
        .filter(remedy -> remedy.model() == model && remedy.status() == Status.REJECTED)
        .map(Remedy::why)
        .findFirst()
        .orElseThrow(() -> new AssertionError(advice.remedies().toString()));
  }

  @Test
  void a_service_takes_the_next_while_others_are_served() {
    var serving =
        asking()
            .trips(100, Loop.Trip.FOREVER)
            .at(at("shop.Desk.serve:9").noting(Loop.SERVICE + "client"));

    Remedy on25 = advice(on(25, serving)).first();
    Remedy on17 = advice(on(17, serving)).first();

    assertEquals(
        "Take the next at once and serve each client on a virtual thread, at most 200 at a time.",
        on25.change());
    assertTrue(on17.change().startsWith("Let "), on17.change());
    assertTrue(on25.predicted().orElseThrow().speedup() > 10);
  }

  @Test
  void what_bears_one_thread_at_a_time_is_one_for_each_thread_and_the_advice_says_so() {
    var sealing =
        loop().body(computes(200 * US), computing(Kind.CRYPTO, 200 * US)).owning("Orders.digest");

    Remedy first = advice(on(25, sealing)).first();

    assertEquals("threads + confine", first.way());
    assertTrue(first.change().endsWith("Give each thread its own Orders.digest."), first.change());
    assertTrue(
        first.when().contains("no thread touches another's Orders.digest (line 33)"), first.when());
  }

  @Test
  void independent_waits_run_on_virtual_threads_from_21_on() {
    Advice advice = advice(on(25, asking()));

    assertEquals(Model.VIRTUAL_THREADS, advice.first().model());
    assertEquals(new Parameters(0, 100, 0, 0, 0, 100), advice.first().parameters());
    assertTrue(advice.first().predicted().orElseThrow().speedup() > 50);
  }

  @Test
  void independent_waits_run_in_a_sized_pool_on_17() {
    Advice advice = advice(on(17, asking()));

    assertEquals(Model.THREADS, advice.first().model());
    assertEquals(100, advice.first().parameters().poolSize());
    assertEquals(
        "virtual threads come with Java 21, and this runs on 17",
        rejection(advice, Model.VIRTUAL_THREADS));
  }

  @Test
  void on_21_to_23_virtual_threads_are_advised_on_condition_that_no_monitor_is_held() {
    assertTrue(advice(on(21, asking())).first().when().contains("no monitor is held"));
    assertEquals("", advice(on(25, asking())).first().when());
  }

  @Test
  void a_container_is_told_to_let_readers_in_where_nothing_is_changed() {
    Advice advice = advice(on(25, gil(Set.of()).id("container lock of shop.Rates")));

    assertEquals("gil-ejb-or-bean-lock", advice.finding().rule());
    assertEquals(Optional.of(LockChange.READ_WRITE), advice.first().lockChange());
  }

  @Test
  void a_bean_that_changes_something_is_to_look_after_it_itself() {
    Advice advice =
        advice(on(25, gil(Set.of("shop.Rates.last")).id("container lock of shop.Rates")));

    assertEquals(Optional.of(LockChange.NARROW), advice.first().lockChange());
    assertTrue(advice.first().change().contains("@ConcurrencyManagement(BEAN)"));
  }

  @Test
  void nobody_is_kept_waiting_by_a_pool_of_connections_that_was_guessed_too_small() {
    var loop = loop().body(waits(5 * MS), waiting(Kind.DATABASE, 5 * MS));

    Remedy first = advice(on(25, loop)).first();

    assertEquals(32, first.parameters().poolSize());
    assertTrue(first.predicted().orElseThrow().speedup() <= 10, first.toString());
  }

  @Test
  void a_heavy_loop_of_independent_rounds_runs_on_all_cores() {
    Advice advice = advice(on(25, loop().body(computes(200 * US), computing(Kind.TEXT, 200 * US))));

    assertEquals(Model.THREADS, advice.first().model());
    assertEquals(2, advice.first().parameters().poolSize());
    assertEquals(1.84, advice.first().predicted().orElseThrow().speedup(), 0.02);
    assertTrue(rejection(advice, Model.VIRTUAL_THREADS).contains("compute"));
    assertTrue(rejection(advice, Model.NATIVE).contains("no single numeric kernel"));
  }

  @Test
  void cautions_are_said_with_the_advice() {
    Advice advice = advice(on(25, asking().caution("adds to the ArrayList quotes")));

    assertEquals("adds to the ArrayList quotes (line 32)", advice.first().when());
  }

  @Test
  void further_calls_of_a_row_are_no_condition_of_the_advice() {
    var row = at("shop.Orders.all:30").noting(Loop.ROW);
    Advice advice = advice(on(25, asking().at(row).caution("asks too")));

    assertEquals("", advice.first().when());
  }

  @Test
  void a_thousand_waits_on_17_pay_for_the_non_blocking_twin() {
    var send =
        new Happening.Waits(
            Kind.NETWORK,
            Interval.of(50 * MS),
            false,
            List.of(
                at("shop.Orders.all:31"),
                new Spot("java.net.http.HttpClient", "send", "()V", "", 0, "")));
    var loop = loop().trips(2_000, Loop.Trip.DATA).body(waits(50 * MS), send);

    Advice advice = advice(on(17, loop));

    assertEquals(Model.ASYNC, advice.first().model());
    assertTrue(advice.first().change().contains("HttpClient.sendAsync"));
    assertEquals(Model.VIRTUAL_THREADS, advice(on(25, loop)).first().model());
  }

  @Test
  void waiting_under_a_global_lock_is_moved_out() {
    Advice advice = advice(on(25, staticLock().hot(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS))));

    assertEquals(Model.LOCK_CHANGE, advice.first().model());
    assertEquals(Optional.of(LockChange.MOVE_WAITING_OUT), advice.first().lockChange());
    assertTrue(advice.first().predicted().orElseThrow().speedup() > 30);
    assertTrue(rejection(advice, Model.VIRTUAL_THREADS).contains("limited by the lock"));
    assertTrue(rejection(advice, Model.THREADS).contains("limited by the lock"));
  }

  @Test
  void computing_that_writes_nothing_shared_leaves_the_lock() {
    Advice advice = advice(on(25, gil(Set.of())));

    assertEquals(Optional.of(LockChange.NARROW), advice.first().lockChange());
    assertEquals(2, advice.first().predicted().orElseThrow().speedup(), 0.2);
  }

  @Test
  void computing_on_shared_state_is_striped_when_it_goes_by_key() {
    Advice advice = advice(on(25, gil(Set.of("shop.Orders.byId")).guards("shop.Orders.byId")));

    assertTrue(
        Set.of(LockChange.STRIPE, LockChange.PER_INSTANCE)
            .contains(advice.first().lockChange().orElseThrow()));
    assertTrue(advice.first().when().contains("Orders.byId"), advice.first().when());
    Remedy narrow =
        advice.remedies().stream()
            .filter(r -> r.lockChange().equals(Optional.of(LockChange.NARROW)))
            .findFirst()
            .orElseThrow();
    assertEquals(Status.REJECTED, narrow.status());
  }

  @Test
  void computing_in_place_between_uses_of_state_does_not_leave_the_lock() {
    LockSketch inPlace =
        staticLock()
            .gilLike(GilLike.COMPUTE)
            .region(
                new Region(
                    at("shop.Orders.load:12"),
                    Path.HOT,
                    Region.Side.EXCLUSIVE,
                    computes(2 * MS),
                    1,
                    true,
                    20,
                    List.of(),
                    Set.of("shop.Orders.byId"),
                    Set.of(),
                    Set.of(),
                    0,
                    0));

    assertTrue(rejection(advice(on(25, inPlace)), LockChange.NARROW).contains("in place"));
  }

  @Test
  void readers_of_what_is_written_for_a_moment_read_side_by_side() {
    Program program =
        new ProgramBuilder(new Target(17, 25, Target.Mode.APPLICATION))
            .lock(readAndSet(2 * MS).use())
            .harmless(at("shop.Orders.load:12").methodRef())
            .build();

    Advice advice = advice(program);

    assertEquals(Optional.of(LockChange.READ_WRITE), advice.first().lockChange());
    assertEquals(Status.ALTERNATIVE, remedy(advice, LockChange.SNAPSHOT).status());
  }

  private static LockSketch readAndSet(double reading) {
    return staticLock()
        .gilLike(GilLike.COMPUTE)
        .region(touching(at("shop.Orders.load:12"), reading, Set.of("shop.Orders.byId"), Set.of()))
        .region(
            touching(
                at("shop.Orders.set:40"),
                US,
                Set.of("shop.Orders.byId"),
                Set.of("shop.Orders.byId[]")));
  }

  private static Region touching(Spot at, double held, Set<String> reads, Set<String> writes) {
    return new Region(
        at,
        Path.HOT,
        Region.Side.EXCLUSIVE,
        computes(held),
        1,
        true,
        20,
        List.of(),
        reads,
        writes,
        Set.of(),
        0,
        0);
  }

  private static Remedy remedy(Advice advice, LockChange change) {
    return advice.remedies().stream()
        .filter(remedy -> remedy.lockChange().equals(Optional.of(change)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(advice.remedies().toString()));
  }

  @Test
  void a_prediction_over_a_guessed_number_says_what_other_numbers_gain() {
    Prediction listed =
        advice(on(25, asking().guessedTrips(1_000))).first().predicted().orElseThrow();
    Prediction counted = advice(on(25, asking())).first().predicted().orElseThrow();

    assertEquals(
        "50 tasks in flight, each taking 5.1 ms (how many is a guess: 10 gain 9x, 20 gain 17x, 100"
            + " gain 52x, 200 gain 70x)",
        listed.limitedBy());
    assertEquals("100 tasks in flight, each taking 5.1 ms", counted.limitedBy());
  }

  @Test
  void a_pool_for_a_guessed_number_of_tasks_is_not_smaller_than_it_may_need_to_be() {
    Advice advice = advice(on(17, asking().guessedTrips(1_000)));

    assertEquals(106, advice.first().parameters().poolSize());
  }

  @Test
  void what_is_kept_by_key_is_striped_and_not_kept_twice() {
    LockSketch books = gil(Set.of("shop.Orders.byId[]"));
    Program program =
        new ProgramBuilder(new Target(17, 25, Target.Mode.APPLICATION))
            .lock(books.use())
            .call(call(at("shop.Orders.load:12"), "java.util.HashMap", "()V"))
            .build();

    assertEquals(Optional.of(LockChange.STRIPE), advice(program).first().lockChange());
  }

  @Test
  void what_callers_hand_nothing_to_has_no_key_to_be_striped_by() {
    assertEquals(
        "its callers hand in nothing that could be a key",
        rejection(advice(on(17, gil(Set.of("shop.Orders.open[]")))), LockChange.STRIPE));
  }

  @Test
  void what_there_is_one_of_has_no_locks_for_each_key() {
    assertEquals(
        "there is one Orders.next for all keys",
        rejection(advice(on(17, gil(Set.of("shop.Orders.next")))), LockChange.STRIPE));
  }

  @Test
  void an_object_that_bears_one_thread_at_a_time_does_not_compute_outside() {
    Spot format = new Spot("shop.Orders", "load", "()V", "shop/Orders.java", 13, "");
    var formatting = new Happening.Computes(Kind.TEXT, Interval.of(2 * MS), List.of(format));
    Program program =
        new ProgramBuilder(new Target(17, 25, Target.Mode.APPLICATION))
            .lock(staticLock().gilLike(GilLike.COMPUTE).hot(computes(2 * MS), formatting).use())
            .call(call(format, "java.text.SimpleDateFormat", "()V"))
            .build();

    Advice advice = advice(program);

    assertEquals(Optional.of(LockChange.PER_INSTANCE), advice.first().lockChange());
    assertTrue(rejection(advice, LockChange.NARROW).contains("SimpleDateFormat"));
  }

  private static String rejection(Advice advice, LockChange change) {
    return advice.remedies().stream()
        .filter(remedy -> remedy.lockChange().equals(Optional.of(change)))
        .map(Remedy::why)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_shared_engine_is_pooled() {
    var lock =
        gil(Set.of("shop.Engine.buffer")).scope(Scope.SHARED_INSTANCE).guards("shop.Engine.buffer");

    assertEquals(Optional.of(LockChange.POOL), advice(on(25, lock)).first().lockChange());
  }

  @Test
  void native_code_behind_a_lock_goes_to_processes() {
    var lock =
        staticLock()
            .gilLike(GilLike.COMPUTE)
            .hot(
                computes(2 * MS),
                new Happening.EntersNative(
                    new MethodRef("shop.Ocr", "recognise", "([B)V"),
                    List.of(at("shop.Orders.load:13"))));

    Advice advice = advice(on(25, lock));

    assertEquals(Model.PROCESSES, advice.first().model());
    assertEquals(new Parameters(0, 0, 1, 2, 0, 0), advice.first().parameters());
  }

  @Test
  void a_static_lock_in_foreign_code_goes_to_processes_in_batches() {
    var lock = staticLock().foreign().gilLike(GilLike.COMPUTE).hot(computes(100 * US));

    Advice advice = advice(on(25, lock));

    assertEquals(Model.PROCESSES, advice.first().model());
    assertEquals(16, advice.first().parameters().batch());
  }

  @Test
  void a_numeric_kernel_under_a_lock_becomes_vector_code_outside_it() {
    var kernel =
        new Happening.Computes(
            Kind.MATHS,
            Interval.of(2 * MS),
            List.of(
                at("shop.Orders.load:13"),
                new Spot("shop.Matrix", "multiply", "([D[D)V", "shop/Matrix.java", 8, "")));

    Advice advice =
        advice(on(25, staticLock().gilLike(GilLike.COMPUTE).hot(computes(2 * MS), kernel)));

    assertEquals(Model.NATIVE, advice.first().model());
    assertTrue(advice.first().change().contains("shop.Matrix.multiply"));
  }

  @Test
  void a_moment_under_a_lock_is_never_worth_a_crossing_to_another_process() {
    Situation counter = atLock(computes(20));

    Prediction processes = Predictor.of(counter, Ways.processes(counter).arm());

    assertTrue(processes.speedup() < 0.4, processes.toString());
  }

  @Test
  void threads_that_meet_at_a_lock_are_there_already_and_cost_no_start() {
    Situation counter = atLock(computes(20));
    Arm each = new Arm("each", Role.ALTERNATIVE, Model.THREADS, LockState.PER_WORKER, pool(2));

    assertTrue(Predictor.of(counter, each).speedup() > 2);
  }

  private static Situation atLock(Cost held) {
    Program program = on(25, staticLock().gilLike(GilLike.COMPUTE).hot(computes(2 * MS)));
    Workload work =
        new Workload(
            Interval.ZERO,
            Interval.ZERO,
            held.cpu(),
            Interval.ZERO,
            Interval.of(45),
            Set.of(),
            Set.of());
    Arm meeting = new Arm("asItIs", Role.BASELINE, Model.THREADS, LockState.AS_IS, pool(2));
    return new Situation(
        Rules.findings(program).get(0),
        program,
        TWO_CORES,
        work,
        meeting,
        List.of(),
        Provenance.DERIVED);
  }

  private static Parameters pool(int size) {
    return new Parameters(size, 0, 0, 0, 0, 0);
  }

  @Test
  void a_kernel_of_plain_arithmetic_is_a_kernel_too() {
    var kernel =
        new Happening.Computes(
            Kind.OTHER,
            Interval.of(2 * MS),
            List.of(
                at("shop.Orders.load:13"),
                new Spot("shop.Matrix", "dot", "([F[F)F", "shop/Matrix.java", 8, "")));

    Advice advice =
        advice(on(25, staticLock().gilLike(GilLike.COMPUTE).hot(computes(2 * MS), kernel)));

    assertEquals(Model.NATIVE, advice.first().model());
  }

  @Test
  void a_plain_future_does_not_make_code_reactive_and_a_stage_does() {
    assertEquals(
        Model.THREADS, advice(on(17, giving("java/util/concurrent/Future"))).first().model());
    assertEquals(
        Model.ASYNC,
        advice(on(17, giving("java/util/concurrent/CompletableFuture"))).first().model());
  }

  private static HandOffSketch giving(String type) {
    var send =
        new Happening.Waits(
            Kind.NETWORK,
            Interval.of(5 * MS),
            false,
            List.of(new Spot("java.net.http.HttpClient", "send", "()V", "", 0, "")));
    return handOff(Executor.Kind.CACHED)
        .at(new Spot("shop.Orders", "later", "()L" + type + ";", "shop/Orders.java", 50, ""))
        .task(Bound.IO, waits(5 * MS), send);
  }

  @Test
  void a_thread_for_each_piece_of_data_is_not_left_alone() {
    HandOffSketch each =
        handOff(Executor.Kind.NEW_THREAD)
            .times(new Interval(1, 50, 1e4))
            .task(Bound.IO, waits(5 * MS), waiting(Kind.DATABASE, 5 * MS));

    Advice advice = advice(on(17, each));

    assertEquals(Model.THREADS, advice.first().model());
    assertEquals(32, advice.first().parameters().poolSize());
    assertTrue(rejection(advice, Model.SEQUENTIAL).contains("starts a thread"));
  }

  @Test
  void files_are_waited_for_in_a_pool_since_they_keep_the_carriers_of_virtual_threads() {
    var files =
        handOff(Executor.Kind.VIRTUAL).task(Bound.IO, waits(5 * MS), waiting(Kind.DISK, 5 * MS));

    Advice advice = advice(on(25, files));

    assertEquals(Model.THREADS, advice.first().model());
    assertTrue(rejection(advice, Model.VIRTUAL_THREADS).contains("carrier"));
  }

  @Test
  void tiny_tasks_are_done_by_the_caller() {
    var tiny = handOff(Executor.Kind.FIXED).size(4).times(500).task(Bound.LIGHT, computes(50));

    Advice advice = advice(on(25, tiny));

    assertEquals(Model.SEQUENTIAL, advice.first().model());
    assertTrue(advice.first().change().contains("calling thread"), advice.first().change());
  }

  @Test
  void a_lock_met_by_the_threads_of_a_known_pool_is_weighed_with_as_many() {
    var pool =
        handOff(Executor.Kind.FIXED)
            .size(20)
            .task(Bound.UNKNOWN, computes(0))
            .running("shop.Web.get:1");
    var lock = staticLock().hot(waits(5 * MS), waiting(Kind.SLEEP, 5 * MS));

    Advice advice = advice(on(25, lock, pool));

    assertEquals(20, advice.experiment().orElseThrow().baseline().parameters().poolSize());
  }

  @Test
  void a_query_over_a_connection_from_outside_is_no_wait_to_move_out() {
    assertEquals(Optional.of(LockChange.POOL), advice(querying("()V")).first().lockChange());
    assertEquals(
        Optional.of(LockChange.MOVE_WAITING_OUT),
        advice(querying("()Ljava/sql/Connection;")).first().lockChange());
  }

  /** Under a lock, a method that calls something of this descriptor and then asks the database. */
  private static Program querying(String descriptor) {
    Spot ask = new Spot("shop.Orders", "load", "()V", "shop/Orders.java", 13, "");
    var wait = new Happening.Waits(Kind.DATABASE, Interval.of(5 * MS), false, List.of(ask));
    Cost cost = new Cost(Interval.of(US), Interval.of(5 * MS), Provenance.CATALOGUE);
    LockSketch lock = staticLock().hot(cost, wait);
    return new ProgramBuilder(new Target(17, 25, Target.Mode.APPLICATION))
        .lock(lock.use())
        .call(call(ask, "shop.Pool", descriptor))
        .call(call(ask, "java.sql.Statement", "()V"))
        .build();
  }

  @Test
  void what_is_said_over_a_stream_in_between_keeps_a_longer_wait_inside() {
    String wire = "java.io.OutputStream.write waits as the stream that it is";
    String opened = "java.net.URL.openStream waits as its device does";

    assertEquals(
        "the one connection that is waited for serves one caller at a time",
        rejection(advice(saying(wire, ")V")), LockChange.MOVE_WAITING_OUT));
    assertEquals(
        Optional.of(LockChange.MOVE_WAITING_OUT),
        advice(saying(opened, ")Ljava/io/InputStream;")).first().lockChange());
  }

  /** Under a lock, a method that waits for something of its own and then at a call noted so. */
  private static Program saying(String note, String descriptor) {
    Spot say = new Spot("shop.Line", "say", "()V", "shop/Line.java", 13, note);
    var word = new Happening.Waits(Kind.NETWORK, Interval.of(20 * US), false, List.of(say));
    Cost cost = new Cost(Interval.of(US), Interval.of(5 * MS), Provenance.CATALOGUE);
    LockSketch lock = staticLock().hot(cost, waiting(Kind.NETWORK, 5 * MS), word);
    return new ProgramBuilder(new Target(17, 25, Target.Mode.APPLICATION))
        .lock(lock.use())
        .call(call(say, "shop.Wire", "(" + descriptor))
        .build();
  }

  private static Program.Call call(Spot at, String owner, String descriptor) {
    MethodRef callee = new MethodRef(owner, "ask", descriptor);
    return new Program.Call(at, callee, Optional.empty(), Path.HOT, false, false);
  }

  @Test
  void a_pool_that_waits_becomes_virtual_threads() {
    var tasks =
        handOff(Executor.Kind.FIXED)
            .size(8)
            .task(Bound.IO, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));

    Advice advice = advice(on(25, tasks));

    assertEquals(Model.VIRTUAL_THREADS, advice.first().model());
    assertEquals(
        List.of(Role.BASELINE, Role.ADVISED),
        advice.experiment().orElseThrow().arms().stream().map(Arm::role).limit(2).toList());
    assertEquals(8, advice.experiment().orElseThrow().baseline().parameters().poolSize());
    assertEquals(21, advice.experiment().orElseThrow().minimumRuntime());
    assertEquals(
        Optional.of(new MethodRef("shop.Orders", "ask", "()V")),
        advice.experiment().orElseThrow().subject());
  }

  @Test
  void what_one_thread_is_given_is_the_task_and_not_the_giving() {
    Cost work = waits(20 * MS);
    LockSketch thread =
        staticLock()
            .kind(LockKind.SINGLE_THREAD_EXECUTOR)
            .region(at("shop.Orders.send:50"), Path.HOT, work, waiting(Kind.NETWORK, 20 * MS));
    HandOffSketch given =
        handOff(Executor.Kind.SINGLE)
            .at(at("shop.Orders.send:50").noting("submit"))
            .task(Bound.IO, work, waiting(Kind.NETWORK, 20 * MS));

    assertEquals(
        Optional.of(new MethodRef("shop.Orders", "ask", "()V")),
        advice(on(25, thread, given)).experiment().orElseThrow().subject());
  }

  @Test
  void a_pool_that_is_large_enough_is_left_alone() {
    var tasks =
        handOff(Executor.Kind.FIXED)
            .size(200)
            .task(Bound.IO, waits(5 * MS), waiting(Kind.NETWORK, 5 * MS));

    Advice advice = advice(on(25, tasks));

    assertEquals(Model.SEQUENTIAL, advice.first().model());
    assertEquals(Optional.empty(), advice.experiment());
  }

  @Test
  void computing_on_virtual_threads_moves_to_the_cores_though_it_is_no_faster() {
    HandOffSketch tasks =
        handOff(Executor.Kind.VIRTUAL)
            .task(Bound.CPU, computes(40 * MS), computing(Kind.IMAGE, 40 * MS));

    Advice advice = advice(on(25, tasks));

    assertEquals(Model.THREADS, advice.first().model());
    assertEquals(1, advice.first().predicted().orElseThrow().speedup(), 0.05);
    assertTrue(rejection(advice, Model.SEQUENTIAL).contains("carrier"));
  }

  @Test
  void every_way_of_running_is_advised_or_rejected_with_a_reason() {
    Set<Model> weighed =
        Set.of(
            Model.SEQUENTIAL,
            Model.THREADS,
            Model.VIRTUAL_THREADS,
            Model.ASYNC,
            Model.PROCESSES,
            Model.NATIVE);
    for (Object subject : List.of(asking(), gil(Set.of()))) {
      Advice advice = advice(on(25, subject));

      assertTrue(
          advice.remedies().stream()
              .map(Remedy::model)
              .collect(Collectors.toSet())
              .containsAll(weighed));
      for (Remedy remedy : advice.remedies()) {
        assertEquals(
            remedy.status() == Status.REJECTED, !remedy.why().isEmpty(), remedy.toString());
        assertTrue(remedy.predicted().isPresent());
      }
      assertEquals(Status.RECOMMENDED, advice.first().status());
    }
  }

  @Test
  void an_experiment_about_a_lock_has_the_race_free_bound_as_an_arm() {
    Experiment experiment = advice(on(25, gil(Set.of()))).experiment().orElseThrow();

    assertEquals(LockState.AS_IS, experiment.baseline().lock());
    assertEquals(LockState.NARROWED, experiment.advised().lock());
    assertTrue(experiment.arms().stream().anyMatch(arm -> arm.lock() == LockState.PER_WORKER));
    assertEquals("static shop.Orders.LOCK", experiment.lock());
    assertEquals(
        experiment.arms().size(), experiment.arms().stream().map(Arm::id).distinct().count());
  }

  @Test
  void a_prediction_about_waiting_says_what_it_assumed_and_when_it_stops_paying() {
    var cost = new Cost(Interval.of(50 * US), Interval.of(5 * MS), Provenance.CATALOGUE);
    var tasks =
        handOff(Executor.Kind.FIXED).size(2).task(Bound.IO, cost, waiting(Kind.SLEEP, 5 * MS));

    Prediction prediction = advice(on(25, tasks)).first().predicted().orElseThrow();

    assertEquals(java.util.Map.of(Kind.SLEEP, 5 * MS), prediction.assumedWaits());
    double breakEven = prediction.breakEvenWaitNanos().orElseThrow();
    assertTrue(breakEven > 10 && breakEven < 100 * US, String.valueOf(breakEven));
  }

  @Test
  void a_gain_that_does_not_hang_on_waiting_has_no_break_even() {
    Prediction prediction = advice(on(25, gil(Set.of()))).first().predicted().orElseThrow();

    assertTrue(prediction.breakEvenWaitNanos().isEmpty());
  }

  @Test
  void uncertain_costs_make_wide_predictions() {
    var wide =
        loop()
            .body(
                new Cost(
                    Interval.of(10 * US),
                    new Interval(10 * US, 5 * MS, 50 * MS),
                    Provenance.CATALOGUE),
                waiting(Kind.NETWORK, 5 * MS));

    Prediction prediction = advice(on(25, wide)).first().predicted().orElseThrow();

    assertTrue(prediction.vague(), prediction.toString());
    assertTrue(prediction.low() < .5 * prediction.speedup(), prediction.toString());
    assertTrue(prediction.high() > 1.5 * prediction.speedup(), prediction.toString());
  }

  @Test
  void two_cores_bring_three_halves_to_twice_as_much() {
    Prediction prediction =
        advice(on(25, loop().body(computes(2 * MS)))).first().predicted().orElseThrow();

    assertEquals(1.84, prediction.speedup(), .02);
    assertEquals(1.47, prediction.low(), .03);
    assertEquals(2, prediction.high(), .02);
    assertFalse(prediction.vague());
  }

  @Test
  void the_first_thing_to_do_comes_first() {
    Program program =
        on(25, asking().at(at("shop.Slow.one:5")), gil(Set.of()), loop().body(computes(200 * US)));

    List<Double> ranks =
        Advisor.advise(program, Rules.findings(program), TWO_CORES).stream()
            .map(Advice::rank)
            .toList();

    assertEquals(3, ranks.size());
    assertEquals(ranks.stream().sorted(java.util.Comparator.reverseOrder()).toList(), ranks);
  }

  @Test
  void a_guess_goes_behind_what_is_seen_whatever_it_promises() {
    Cost guess = new Cost(new Interval(30 * US, 50 * MS, 1e9), Interval.of(0), Provenance.DERIVED);
    Program program =
        on(
            25,
            loop().body(guess, computing(Kind.TEXT, 50 * MS)).guessedTrips(1000),
            loop().at(at("shop.Slow.one:5")).body(computes(200 * US)));

    List<Confidence> order =
        Advisor.advise(program, Rules.findings(program), TWO_CORES).stream()
            .map(advice -> advice.finding().confidence())
            .toList();

    assertEquals(List.of(Confidence.MEDIUM, Confidence.LOW), order);
  }

  @Test
  void of_two_loops_that_gain_alike_the_one_that_takes_long_goes_first() {
    Program program =
        on(
            25,
            loop()
                .body(computes(300 * US), computing(Kind.TEXT, 300 * US))
                .trips(5, Loop.Trip.CONSTANT),
            loop()
                .at(at("shop.Slow.one:5"))
                .body(computes(300 * US), computing(Kind.TEXT, 300 * US))
                .trips(1000, Loop.Trip.CONSTANT));

    List<Integer> lines =
        Advisor.advise(program, Rules.findings(program), TWO_CORES).stream()
            .map(advice -> advice.finding().at().line())
            .toList();

    assertEquals(5, lines.get(0));
  }
}
