package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Workload;
import dev.concur.model.MethodRef;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be driven, what cannot and why; each in a jailed JVM of its own. */
class LiveCheckTest {

  @TempDir Path output;

  @Test
  void a_method_with_a_constructor_a_stub_a_record_and_a_list_is_driven() throws IOException {
    LiveCheck check = check("score", "(Ljava/util/List;I)J", Known.heldComputing(100e3, 50));
    assertEquals("", check.reason());
    assertTrue(check.run().orElseThrow().nanos() > 1000);
    assertEquals(0, check.run().orElseThrow().waited());
  }

  @Test
  void a_network_call_becomes_a_wait_of_the_stated_length() throws IOException {
    LiveCheck check =
        check("fetch", "(Ljava/lang/String;)Ljava/lang/String;", Known.waiting(5e6, 20));
    assertEquals("", check.reason());
    LiveRun run = check.run().orElseThrow();
    assertTrue(run.waited() > 1e6, run.toString());
    assertTrue(run.stubs().contains("java.net.http.HttpClient.send"), run.toString());
  }

  @Test
  void what_waits_in_another_thread_is_not_a_run_of_who_gave_it_the_task() throws IOException {
    LiveCheck check =
        check(
            "fetchesLater",
            "(Ljava/lang/String;)Ljava/util/concurrent/Future;",
            Known.waiting(5e6, 20));
    // Which of the made-up addresses was tried last decides between two reasons.
    assertTrue(check.run().isEmpty(), check.toString());
    assertTrue(check.reason().contains("it returns "), check.reason());
  }

  @Test
  void a_socket_is_made_without_reaching_out_and_its_streams_wait() throws IOException {
    LiveCheck check = check("asksASocket", "(Ljava/lang/String;)I", Known.waiting(5e6, 20));
    assertEquals("", check.reason());
    LiveRun run = check.run().orElseThrow();
    assertEquals(
        List.of(
            "java.net.Socket.getInputStream",
            "java.net.Socket.getOutputStream",
            "new java.net.Socket"),
        run.stubs().stream().filter(each -> each.contains("Socket")).toList());
    assertTrue(run.waited() > 1e6, run.toString());
  }

  @Test
  void what_is_refused_in_the_jail_is_not_driven() throws IOException {
    LiveCheck writes = check("writesAFile", "(Ljava/lang/String;)V", Known.waiting(1e5, 20));
    assertFalse(Files.exists(Path.of("/concur-must-not-write-this")));
    assertTrue(writes.run().isEmpty() || !writes.run().get().stubs().isEmpty(), writes.toString());
    LiveCheck exits = check("ends", "()V", Known.computing(1e5, 20, dev.concur.model.Kind.TEXT));
    assertEquals("it ends the JVM, which is refused while verifying", exits.reason());
  }

  @Test
  void what_hangs_eats_the_heap_forks_or_floods_costs_one_verdict() throws IOException {
    Workload some = Known.computing(1e5, 20, dev.concur.model.Kind.TEXT);
    assertTrue(check("eats", "()I", some).reason().contains("ended the JVM"));
    assertTrue(check("floods", "()V", some).reason().contains("ended the JVM"));
    String forks = check("forks", "()V", some).reason();
    assertTrue(forks.startsWith("it starts ") && forks.contains(" threads and more"), forks);
    assertTrue(
        check("hangs", "()V", some).reason().startsWith("it did not return while it was tried"));
  }

  @Test
  void an_early_exit_is_not_mistaken_for_a_run() throws IOException {
    LiveCheck check = check("tiny", "(II)I", Known.computing(1e6, 20, dev.concur.model.Kind.MATHS));
    assertTrue(
        check.reason().startsWith("with made-up arguments it returns after"), check.toString());
  }

  @Test
  void the_fixture_of_the_user_wins_over_invention() throws IOException {
    Workload some = Known.computing(1e5, 20, dev.concur.model.Kind.TEXT);
    String needsA = "(Ljava/lang/String;)J";
    assertTrue(check("onlyOrders", needsA, some).reason().startsWith("made-up arguments end it"));
    Path fixtures = Files.createDirectories(output.resolve(".concur/fixtures"));
    String subject = Driven.class.getName() + ".onlyOrders = ";
    Files.writeString(
        fixtures.resolve("f.properties"), subject + DrivenFixture.class.getName() + "#orders");
    LiveCheck driven = check("onlyOrders", needsA, some);
    assertEquals("", driven.reason());
    assertTrue(driven.run().orElseThrow().inWords().contains("DrivenFixture#orders"));
    Files.writeString(
        fixtures.resolve("f.properties"), subject + DrivenFixture.class.getName() + "#nothing");
    assertTrue(check("onlyOrders", needsA, some).reason().endsWith("does not call it"));
  }

  @Test
  void what_an_object_must_be_told_before_its_use_is_told() throws IOException {
    String needy = Driven.Needy.class.getName();
    LiveCheck check = check(needy, "hash", "(Ljava/lang/String;)J", TWO_MICROS);
    assertEquals("", check.reason());
  }

  @Test
  void a_digest_and_a_type_are_made() throws IOException {
    String digests = "(Ljava/security/MessageDigest;Ljava/lang/reflect/Type;[B)J";
    assertEquals("", check("digests", digests, TWO_MICROS).reason());
  }

  @Test
  void an_address_of_a_page_is_made() throws IOException {
    assertEquals("", check("links", "(Ljava/net/URL;)J", TWO_MICROS).reason());
  }

  @Test
  void a_constructor_is_driven() throws IOException {
    String made = Driven.Made.class.getName();
    assertEquals("", check(made, "<init>", "(Ljava/lang/String;)V", TWO_MICROS).reason());
  }

  @Test
  void a_stream_is_read_from_its_start_by_every_call() throws IOException {
    assertEquals("", check("reads", "(Ljava/io/InputStream;)J", TWO_MICROS).reason());
  }

  @Test
  void a_run_through_most_lines_is_a_run_though_the_estimate_was_far_off() throws IOException {
    Workload estimate = Known.computing(300e3, 50, dev.concur.model.Kind.TEXT);
    assertEquals("", check("swift", "(Ljava/lang/String;)J", estimate).reason());
  }

  @Test
  void what_did_all_its_work_need_not_take_long() throws IOException {
    Workload estimate = Known.heldComputing(1e6, 50);
    assertEquals("", check("grade", "(I)I", estimate).reason());
  }

  @Test
  void what_only_passes_on_does_not_hide_that_the_other_returns_at_once() throws IOException {
    String reason =
        check("passesOn", "(Ljava/lang/String;)I", Known.heldComputing(1e6, 50)).reason();
    assertTrue(reason.startsWith("with made-up arguments it returns after"), reason);
  }

  @Test
  void what_only_passes_on_does_not_hide_it_where_nothing_is_compiled_yet() {
    Experiment experiment = Known.threadsUnderGil(2);
    String call = "-1 8 0 1500 0 0 1 1 0 1 %s 0 - -";
    assertFalse(LiveCheck.ran(experiment, Probing.Try.parse(call.formatted(".36"))));
    assertTrue(LiveCheck.ran(experiment, Probing.Try.parse(call.formatted(".64"))));
  }

  @Test
  void where_a_container_takes_the_lock_no_own_code_is_run() throws IOException {
    Experiment plain = Known.threadsUnderGil(2);
    Experiment experiment =
        new Experiment(
            plain.id(),
            plain.title(),
            plain.workload(),
            Optional.of(new MethodRef(Driven.class.getName(), "swift", "(Ljava/lang/String;)J")),
            "container lock of shop.Discounts",
            plain.arms(),
            2,
            17);
    LiveCheck check =
        LiveCheck.of(
            experiment,
            VerifyRequest.into(output).withClassPath(ownClassPath()),
            BenchmarkJdks.search().preferred().orElseThrow());
    assertEquals("the lock is the container's, which is not there", check.reason());
  }

  @Test
  void an_object_is_brought_into_the_state_that_its_method_asks_for() throws IOException {
    String stateful = Driven.Stateful.class.getName();
    assertEquals("", check(stateful, "read", "(Ljava/lang/String;)J", TWO_MICROS).reason());
  }

  @Test
  void an_object_whose_constructor_refuses_all_is_made_without_it() throws IOException {
    String demanding = Driven.Demanding.class.getName();
    assertEquals("", check(demanding, "sum", "()J", TWO_MICROS).reason());
  }

  @Test
  void what_only_its_own_class_can_make_comes_from_there() throws IOException {
    String safe = Wanting.Safe.class.getName();
    assertEquals("", check(safe, "open", "([B)[B", TWO_MICROS).reason());
  }

  @Test
  void points_of_a_grid_rise_and_rows_of_a_matrix_differ() throws IOException {
    String wanting = Wanting.class.getName();
    assertEquals("", check(wanting, "between", "([DD)D", TWO_MICROS).reason());
    assertEquals("", check(wanting, "determinant", "([[D)D", TWO_MICROS).reason());
  }

  @Test
  void a_loop_that_serves_for_ever_serves_one_in_each_call() throws IOException {
    LiveCheck check = check(Wanting.class.getName(), "serves", "()V", Known.waiting(5e6, 20));
    assertEquals("", check.reason());
    assertTrue(check.run().orElseThrow().stubs().contains("java.net.ServerSocket.accept"));
  }

  @Test
  void what_a_problem_asks_for_is_given() throws IOException {
    String wanting = Wanting.class.getName();
    assertEquals("", check(wanting, "within", "(D)D", TWO_MICROS).reason(), "a range");
    assertEquals("", check(wanting, "weighed", "([D)D", TWO_MICROS).reason(), "a length");
    assertEquals("", check(wanting, "tallied", "([C)D", TWO_MICROS).reason(), "places");
  }

  @Test
  void what_takes_for_ever_is_tried_with_less() throws IOException {
    assertEquals("", check(Wanting.class.getName(), "chosen", "(I)D", TWO_MICROS).reason());
  }

  @Test
  void resources_that_are_looked_for_are_missing() throws IOException {
    String loader = "(Ljava/lang/ClassLoader;)D";
    assertEquals("", check(Wanting.class.getName(), "found", loader, TWO_MICROS).reason());
  }

  @Test
  void kinds_of_values_that_do_little_each_do_all_between_them() throws IOException {
    String wanting = Wanting.class.getName();
    String takesAll = "(Ljava/lang/Object;)Ljava/lang/String;";
    LiveCheck check = check(wanting, "inWords", takesAll, Known.heldComputing(1e6, 50));
    assertEquals("", check.reason());
    String said = check.run().orElseThrow().inWords();
    assertTrue(said.contains("where 1 ms were expected"), said);
  }

  @Test
  void what_nobody_implements_waits_where_waits_were_expected() throws IOException {
    String listener = "(L" + Driven.Listener.class.getName().replace('.', '/') + ";)I";
    LiveCheck check = check("tells", listener, Known.waiting(5e6, 20));
    assertEquals("", check.reason());
    LiveRun run = check.run().orElseThrow();
    assertEquals(5e6, run.waited(), 1e5);
    assertTrue(
        run.stubs()
            .contains(Driven.Listener.class.getName() + ".told (nobody at hand implements it)"),
        run.toString());
  }

  @Test
  void what_is_cast_to_is_answered_where_nothing_is_declared() throws IOException {
    String visit = "(L" + Driven.Visit.class.getName().replace('.', '/') + ";)J";
    assertEquals("", check("greets", visit, TWO_MICROS).reason());
    String nodes = "(Lorg/w3c/dom/Node;)J";
    assertEquals("", check("names", nodes, TWO_MICROS).reason(), "an element is a node");
  }

  @Test
  void values_of_several_kinds_are_tried_together() throws IOException {
    assertEquals("", check("together", "(Ljava/lang/String;I)J", TWO_MICROS).reason());
  }

  @Test
  void what_computes_less_than_estimated_is_called_as_often_as_makes_a_task() {
    Workload computes = Known.computing(20e3, 50, dev.concur.model.Kind.TEXT);
    assertEquals(20e3, LiveCheck.wanted(computes, 4e3));
    assertEquals(2e3, LiveCheck.wanted(computes, 500), "the estimate is what is wrong here");
    assertEquals(2e3, LiveCheck.wanted(Known.waiting(20e3, 50), 4e3));
  }

  @Test
  void a_task_of_nanoseconds_is_left_to_a_stand_in() {
    Workload some = Known.computing(7, 50, dev.concur.model.Kind.MATHS);
    assertEquals(
        Optional.of("a task of 7 ns is too short to be called and timed"), LiveCheck.tiny(some));
    assertEquals(Optional.empty(), LiveCheck.tiny(TWO_MICROS));
  }

  private static final Workload TWO_MICROS = Known.computing(2e3, 50, dev.concur.model.Kind.TEXT);

  private LiveCheck check(String name, String descriptor, Workload workload) throws IOException {
    return check(Driven.class.getName(), name, descriptor, workload);
  }

  private LiveCheck check(String owner, String name, String descriptor, Workload workload)
      throws IOException {
    Experiment plain =
        Known.experiment(
            name,
            "Driving " + name,
            workload,
            Known.arm(
                "baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.AS_IS, Parameters.NONE),
            Known.arm("advised", Role.ADVISED, Model.THREADS, LockState.AS_IS, Known.THREADS_16),
            2);
    Experiment experiment =
        new Experiment(
            plain.id(),
            plain.title(),
            plain.workload(),
            Optional.of(new MethodRef(owner, name, descriptor)),
            "",
            plain.arms(),
            2,
            17);
    return LiveCheck.of(
        experiment,
        VerifyRequest.into(output).withClassPath(ownClassPath()),
        BenchmarkJdks.search().preferred().orElseThrow());
  }

  static List<Path> ownClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> each.endsWith("test-classes"))
        .map(Path::of)
        .toList();
  }
}
