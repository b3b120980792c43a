package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Entry;
import dev.concur.model.Executor;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Interval FIVE_MS = new Interval(1e6, 5e6, 50e6);
  private static final Effect NETWORK = new Effect.Waits(Kind.NETWORK, FIVE_MS, Optional.empty());

  private static Catalogue catalogue(String text) {
    return Catalogue.of(new ApiFile("test.api", "default network 1ms..5ms..50ms\n" + text));
  }

  private static MethodRef method(String owner, String name) {
    return new MethodRef(owner, name, "()V");
  }

  private static List<Effect> effects(String line) {
    Catalogue catalogue = catalogue("a.B.c " + line);
    assertEquals(List.of(), catalogue.problems());
    return catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE).all();
  }

  @Test
  void a_method_without_a_line_is_unsaid() {
    assertEquals(Effects.UNSAID, catalogue("").effectsOf(method("a.B", "c"), Hierarchy.NONE));
  }

  @Test
  void a_method_said_to_do_nothing_is_known() {
    Effects effects = catalogue("a.B.c nothing").effectsOf(method("a.B", "c"), Hierarchy.NONE);
    assertTrue(effects.known());
    assertEquals(List.of(), effects.all());
  }

  @Test
  void effects_carry_the_line_they_stand_on() {
    assertEquals(
        List.of(new Source("test.api", 3, "a.B.c waits network")),
        catalogue("# a comment\na.B.c waits network   # why\n")
            .effectsOf(method("a.B", "c"), Hierarchy.NONE)
            .sources());
  }

  @Test
  void a_line_says_the_same_object_of_all_that_it_speaks_of() {
    Catalogue catalogue = catalogue("a.B.* waits network");
    Effects own = catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE);
    Effects inherited = catalogue.effectsOf(method("a.C", "c"), type -> List.of("a.B"));
    assertSame(own, catalogue.effectsOf(method("a.B", "d"), Hierarchy.NONE));
    assertSame(inherited, catalogue.effectsOf(method("a.D", "c"), type -> List.of("a.B")));
    assertFalse(own.inherited());
    assertTrue(inherited.inherited());
  }

  @Test
  void a_wait_takes_the_usual_time_of_its_kind_unless_it_says_one() {
    assertEquals(List.of(NETWORK), effects("waits network"));
    assertEquals(
        List.of(new Effect.Waits(Kind.NETWORK, new Interval(10e3, 20e3, 1e9), Optional.empty())),
        effects("waits network 10us..20us..1s"));
  }

  @Test
  void the_usual_time_may_stand_in_a_later_text() {
    Catalogue catalogue =
        catalogue("a.B.c waits network")
            .with(List.of(new ApiFile("ours.api", "default network 2ms..4ms..8ms")));
    assertEquals(
        List.of(new Interval(2e6, 4e6, 8e6)),
        catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE).waits().stream()
            .map(Effect.Waits::nanos)
            .toList());
  }

  @Test
  void one_time_alone_is_an_order_of_magnitude() {
    assertEquals(
        List.of(
            new Effect.Computes(
                Kind.CRYPTO, new Interval(10e3, 30e3, 90e3), Optional.of(new Place(0)))),
        effects("computes crypto 30us by arg0"));
  }

  @Test
  void timeouts_name_their_argument_and_unit() {
    assertEquals(
        List.of(
            new Effect.Joins(
                Place.THIS, Optional.of(new Timeout(new Place(0), 0, Optional.of(new Place(1)))))),
        effects("joins this timed arg0 unit arg1"));
    assertEquals(
        List.of(
            new Effect.Awaits(
                Place.THIS, Optional.of(new Timeout(new Place(0), 1_000_000, Optional.empty())))),
        effects("awaits this timed arg0 millis"));
  }

  @Test
  void streams_wait_as_what_they_wrap() {
    assertEquals(
        List.of(
            new Effect.WaitsAs(
                Place.THIS, 0.1, Optional.of(new Effect.Device(Kind.NETWORK, FIVE_MS))),
            new Effect.Wraps(new Place(1), Optional.empty()),
            new Effect.InMemory()),
        effects("waits as this share 10 else network; wraps arg1; memory"));
  }

  @Test
  void callbacks_say_how_often_and_by_which_method_they_run() {
    assertEquals(
        List.of(
            new Effect.CallsBack(
                new Place(1),
                Effect.Times.EACH,
                Optional.of(new Place(0)),
                List.of("visitFile", "visitFileFailed"))),
        effects("calls arg1 each of arg0 via visitFile,visitFileFailed"));
  }

  @Test
  void tasks_are_started_on_a_given_executor_or_one_of_the_api() {
    assertEquals(
        List.of(
            new Effect.Starts(
                new Place(0), new Effect.By.Given(new Place(1)), List.of(), Optional.empty()),
            new Effect.Starts(
                Place.THIS,
                new Effect.By.Own(Executor.Kind.NEW_THREAD),
                List.of("run"),
                Optional.empty()),
            new Effect.Starts(
                new Place(0), new Effect.By.Completer(), List.of(), Optional.empty())),
        effects(
            "starts arg0 on arg1; starts this on new-thread via run; starts arg0 on completer"));
  }

  @Test
  void executors_have_a_size_from_a_constant_or_an_argument() {
    Effect.Size one = new Effect.Size(OptionalInt.of(1), Optional.empty());
    Effect.Size first = new Effect.Size(OptionalInt.empty(), Optional.of(new Place(0)));
    Effect.Size second = new Effect.Size(OptionalInt.empty(), Optional.of(new Place(1)));
    assertEquals(
        List.of(
            new Effect.Makes(Executor.Kind.SINGLE, one, one),
            new Effect.Makes(Executor.Kind.FIXED, first, second),
            new Effect.Makes(Executor.Kind.CACHED, Effect.Size.UNSAID, Effect.Size.UNSAID)),
        effects("makes single 1; makes fixed arg0 to arg1; makes cached"));
  }

  @Test
  void locks_say_side_and_mode() {
    assertEquals(
        List.of(
            new Effect.Acquires(
                Place.THIS, Effect.Side.READ, Effect.Mode.BLOCKING, Optional.empty()),
            new Effect.Acquires(Place.THIS, Effect.Side.LOCK, Effect.Mode.TRY, Optional.empty()),
            new Effect.Releases(Place.THIS, Effect.Side.SEMAPHORE),
            new Effect.BinLock(new Place(1)),
            new Effect.Interprets(),
            new Effect.GlobalInterpreter("CPython 3", false)),
        effects(
            "acquires this read; acquires this lock try; releases this semaphore; bin-lock arg1;"
                + " interprets; gil CPython 3"));
  }

  @Test
  void a_line_on_one_overload_wins_over_one_on_all() {
    Catalogue catalogue =
        catalogue("a.B.c(byte[], int, String, java.util.Map$Entry) nothing\na.B.c waits network");
    MethodRef overload = new MethodRef("a.B", "c", "([BILjava/lang/String;Ljava/util/Map$Entry;)I");
    assertEquals(List.of(), catalogue.effectsOf(overload, Hierarchy.NONE).all());
    assertEquals(List.of(NETWORK), catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE).all());
  }

  @Test
  void a_name_in_full_wins_over_a_pattern_and_a_longer_pattern_over_a_shorter() {
    Catalogue catalogue =
        catalogue(
            """
            a.**.*Client.* waits network
            a.**.*AsyncClient.* promises network
            a.**.*AsyncClient.close nothing
            a.s.S3AsyncClient.get costs 3ns
            """);
    assertEquals(
        List.of(NETWORK),
        catalogue.effectsOf(method("a.b.c.S3Client", "get"), Hierarchy.NONE).all());
    assertEquals(
        List.of(new Effect.Promises(Kind.NETWORK, FIVE_MS)),
        catalogue.effectsOf(method("a.b.S3AsyncClient", "get"), Hierarchy.NONE).all());
    assertEquals(
        List.of(), catalogue.effectsOf(method("a.b.S3AsyncClient", "close"), Hierarchy.NONE).all());
    assertTrue(
        catalogue.effectsOf(method("a.s.S3AsyncClient", "get"), Hierarchy.NONE).waits().isEmpty());
    assertFalse(catalogue.effectsOf(method("b.S3Client", "get"), Hierarchy.NONE).known());
  }

  @Test
  void one_star_stays_within_a_package() {
    Catalogue catalogue = catalogue("a.*.c waits network");
    assertTrue(catalogue.effectsOf(method("a.B$C", "c"), Hierarchy.NONE).known());
    assertFalse(catalogue.effectsOf(method("a.b.C", "c"), Hierarchy.NONE).known());
  }

  @Test
  void a_pattern_never_means_constructors() {
    Catalogue catalogue = catalogue("a.B.* waits network\na.C.new(int) waits network");
    assertFalse(catalogue.effectsOf(method("a.B", "<init>"), Hierarchy.NONE).known());
    assertTrue(catalogue.effectsOf(new MethodRef("a.C", "<init>", "(I)V"), Hierarchy.NONE).known());
  }

  @Test
  void a_line_speaks_of_overriding_methods_and_the_nearest_type_wins() {
    Catalogue catalogue =
        catalogue(
            "a.Top.c waits network\na.Middle.c nothing\na.Top.d waits network\na.Top.new waits network");
    Hierarchy hierarchy =
        type -> type.equals("a.Bottom") ? List.of("a.Middle", "a.Top") : List.of();
    Effects nearest = catalogue.effectsOf(method("a.Bottom", "c"), hierarchy);
    assertEquals(List.of(), nearest.all());
    assertTrue(nearest.inherited());
    assertEquals(List.of(NETWORK), catalogue.effectsOf(method("a.Bottom", "d"), hierarchy).all());
    assertFalse(catalogue.effectsOf(method("a.Bottom", "<init>"), hierarchy).known());
  }

  @Test
  void a_text_added_later_wins_even_when_it_says_less() {
    Catalogue catalogue =
        catalogue("a.B.c() nothing").with(List.of(new ApiFile("ours.api", "a.B.* waits network")));
    assertEquals(List.of(NETWORK), catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE).all());
  }

  @Test
  void a_bad_line_is_named_and_the_others_count() {
    Catalogue catalogue =
        catalogue(
            """
            a.B.c waits network
            a.B.d waits gravity
            a.B.e computes network 3us
            a.B.f waits sleep
            a.B.g wait network
            a.B.h calls arg0 twice
            a.B.i(int waits network
            a.B.j computes text soon
            nonsense
            a.B.k waits network 3ms..2ms..1ms
            claims b.C blocking
            twin a.B.c a.B.d
            a.B.l nothing more
            safe a B
            """);
    assertEquals(
        List.of(
            "test.api:3: expected a kind such as network, disk, database, crypto, text, other: a.B.d waits gravity",
            "test.api:4: expected a kind of computing: maths, sort, text, crypto, compression, image, serialization, other: a.B.e computes network 3us",
            "test.api:5: expected a time, since no line says 'default sleep TIME': a.B.f waits sleep",
            "test.api:6: expected an effect such as waits, computes, calls, starts, not 'wait': a.B.g wait network",
            "test.api:7: expected once, maybe, miss, each, sorting, lazy or error: a.B.h calls arg0 twice",
            "test.api:8: expected a closing parenthesis after the parameter types: a.B.i(int waits network",
            "test.api:9: expected a time such as 20us or 1ms..5ms..50ms: a.B.j computes text soon",
            "test.api:10: expected a method such as java.io.InputStream.read(byte[],int,int): nonsense",
            "test.api:11: expected times in rising order: a.B.k waits network 3ms..2ms..1ms",
            "test.api:12: expected an @annotation, not 'b.C': claims b.C blocking",
            "test.api:13: expected -> and the method that only starts it: twin a.B.c a.B.d",
            "test.api:14: expected nothing more, not 'more': a.B.l nothing more",
            "test.api:15: expected nothing more, not 'B': safe a B"),
        catalogue.problems().stream().map(Problem::toString).toList());
    assertTrue(catalogue.effectsOf(method("a.B", "c"), Hierarchy.NONE).known());
  }

  @Test
  void static_fields_are_devices() {
    assertEquals(
        Kind.INPUT,
        Catalogue.bundled()
            .effectsOfField("java.lang.System", "in")
            .device()
            .map(Effect.Device::kind)
            .orElseThrow());
  }

  @Test
  void bodies_made_at_run_time_wait_unless_they_return_a_promise() {
    Catalogue catalogue =
        catalogue(
            "proxy a.Repository waits network\nproxy @a.Client waits network\npromise a.Mono");
    Hierarchy hierarchy =
        Map.of("b.Owners", List.of("a.Repository"), "c.Mono", List.of("a.Mono"))::get;
    Hierarchy safe = type -> Optional.ofNullable(hierarchy.supertypes(type)).orElse(List.of());
    MethodRef plain = new MethodRef("b.Owners", "find", "(I)Lb/Owner;");
    MethodRef later = new MethodRef("b.Owners", "find", "(I)Lc/Mono;");
    MethodRef other = new MethodRef("b.Other", "find", "(I)V");
    assertEquals(List.of(NETWORK), catalogue.proxyEffects(plain, List.of(), safe).all());
    assertEquals(
        List.of(new Effect.Promises(Kind.NETWORK, FIVE_MS)),
        catalogue.proxyEffects(later, List.of(), safe).all());
    assertEquals(Effects.UNSAID, catalogue.proxyEffects(other, List.of(), safe));
    assertEquals(List.of(NETWORK), catalogue.proxyEffects(other, List.of("a.Client"), safe).all());
  }

  @Test
  void annotations_say_what_calls_a_method_and_what_is_done_around_it() {
    Catalogue catalogue =
        catalogue(
            """
            entry @a.Get web
            entry @a.Every scheduled single
            entry a.Handler.read event-loop on event-loop
            around @a.Async starts this on cached
            claims @a.Blocking blocking
            """);
    assertEquals(
        Optional.of(new EntryPoint(Entry.Kind.WEB, Runner.POOL, true)),
        catalogue.entryOf(method("b.C", "d"), List.of("x.Y", "a.Get"), Hierarchy.NONE));
    assertEquals(
        Optional.of(new EntryPoint(Entry.Kind.SCHEDULED, Runner.POOL, false)),
        catalogue.entryOf(method("b.C", "d"), List.of("a.Every"), Hierarchy.NONE));
    assertEquals(
        Optional.of(new EntryPoint(Entry.Kind.EVENT_LOOP, Runner.EVENT_LOOP, true)),
        catalogue.entryOf(method("b.C", "read"), List.of(), type -> List.of("a.Handler")));
    assertEquals(1, catalogue.aroundOf(List.of("a.Async", "x.Y")).starts().size());
    assertEquals(Optional.of(Claim.BLOCKING), catalogue.claimOf(List.of("a.Blocking")));
  }

  @Test
  void what_implements_a_callback_of_a_container_has_its_scope() {
    Catalogue catalogue = catalogue("scope a.Aware singleton");
    Hierarchy hierarchy = type -> type.equals("b.Bean") ? List.of("a.Aware") : List.of();
    assertEquals(Optional.of(BeanScope.SINGLETON), catalogue.scopeOf("b.Bean", hierarchy));
    assertEquals(Optional.empty(), catalogue.scopeOf("b.Other", hierarchy));
  }

  @Test
  void the_narrowest_scope_wins() {
    Catalogue catalogue =
        catalogue("scope @a.Service singleton\nscope @a.Scope(prototype) prototype");
    assertEquals(Optional.of(BeanScope.SINGLETON), catalogue.scopeOf(List.of("a.Service")));
    assertEquals(
        Optional.of(BeanScope.PROTOTYPE),
        catalogue.scopeOf(List.of("a.Service", "a.Scope", "a.Scope(prototype)")));
    assertEquals(Optional.empty(), catalogue.scopeOf(List.of("a.Other")));
  }

  @Test
  void types_are_safe_or_not_own_things_and_lock_themselves() {
    Catalogue catalogue =
        catalogue(
            """
            unsafe a.Format
            safe a.SafeFormat
            role a.Connection connection
            synchronized a.Table
            twin a.B.send -> a.B.sendAsync since 11
            """);
    Hierarchy hierarchy = type -> List.of("a.Format", "a.Connection");
    assertEquals(Optional.of(Safety.UNSAFE), catalogue.safetyOf("b.Mine", hierarchy));
    assertEquals(Optional.of(Safety.SAFE), catalogue.safetyOf("a.SafeFormat", hierarchy));
    assertEquals(Optional.of(Role.CONNECTION), catalogue.roleOf("b.Mine", hierarchy));
    assertTrue(catalogue.isSynchronized("a.Table"));
    assertTrue(
        catalogue
            .effectsOf(method("a.Table", "get"), Hierarchy.NONE)
            .has(Effect.LocksReceiver.class));
    assertFalse(catalogue.effectsOf(method("a.Table", "<init>"), Hierarchy.NONE).known());
    assertEquals(
        Optional.of(new Twin("a.B", "sendAsync", 11)),
        catalogue.twinOf(method("a.B", "send"), Hierarchy.NONE));
  }
}
