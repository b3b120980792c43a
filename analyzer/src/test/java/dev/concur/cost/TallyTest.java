package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.concur.lock.Snippet;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final MethodFacts RUN =
      ProgramReader.read(Snippet.compile("class A { native void run(); }"))
          .find("A")
          .orElseThrow()
          .methods()
          .get(1);

  private static final Step STEP =
      new Step(new Where(RUN, 3, new Where.Words("sorts")), Optional.empty(), 5);

  private static Tally busy() {
    Tally tally = new Tally();
    tally.add(Kind.SORT, Interval.of(100), STEP);
    tally.add(Kind.TEXT, Interval.of(30), STEP);
    tally.add(Kind.DISK, Interval.of(7_000), STEP);
    tally.compute(Interval.of(1));
    return tally;
  }

  @Test
  void what_has_a_name_is_computing_only() {
    assertEquals(130, busy().named());
    assertEquals(0, new Tally().named());
  }

  @Test
  void leaving_kinds_out_leaves_the_tally_itself_alone() {
    Tally tally = busy();

    Tally less = tally.without(Set.of(Kind.SORT));

    assertEquals(Set.of(Kind.TEXT, Kind.DISK), less.parts.keySet());
    assertEquals(31, less.cpu.middle());
    assertEquals(Set.of(Kind.SORT, Kind.TEXT, Kind.DISK), tally.parts.keySet());
    assertEquals(131, tally.cpu.middle());
  }

  @Test
  void leaving_out_what_is_not_there_makes_nothing_new() {
    Tally tally = busy();

    assertSame(tally, tally.without(Set.of(Kind.NETWORK)));
  }

  @Test
  void computing_less_leaves_the_tally_itself_alone() {
    Tally tally = busy();
    tally.sized.put(0, 50.0);

    Tally less = tally.computing(13.1);

    assertEquals(10, less.part(Kind.SORT).middle(), 1e-9);
    assertEquals(Map.of(0, 5.0), Map.copyOf(less.sized));
    assertEquals(100, tally.part(Kind.SORT).middle());
    assertEquals(Map.of(0, 50.0), Map.copyOf(tally.sized));
  }

  @Test
  void a_step_is_made_only_when_it_is_the_heaviest() {
    AtomicInteger made = new AtomicInteger();
    Tally tally = busy();

    tally.add(
        Kind.SORT,
        Interval.of(1),
        STEP.weight(),
        () -> {
          made.incrementAndGet();
          return STEP;
        },
        1);

    assertEquals(0, made.get());
    assertEquals(101, tally.part(Kind.SORT).middle());
  }

  @Test
  void calls_with_the_same_bodies_are_asked_about_once() {
    AtomicInteger asked = new AtomicInteger();
    PerBodies<Integer> sizes =
        new PerBodies<>(
            bodies -> {
              asked.incrementAndGet();
              return bodies.size();
            });
    List<MethodFacts> two = List.of(RUN, RUN);

    assertEquals(2, sizes.of(two));
    assertEquals(2, sizes.of(two));
    assertEquals(1, asked.get());
  }

  @Test
  void what_was_not_seen_stays_in_the_order_in_which_it_came_and_what_is_missing_is_sorted() {
    Tally tally = new Tally();
    for (String type : List.of("z.Z", "a.A", "m.M", "a.A")) {
      tally.callsOut(type, STEP);
      tally.missing.add(type);
    }

    assertEquals(List.of("z.Z", "a.A", "m.M"), List.copyOf(tally.settled().callsOut.keySet()));
    assertEquals(List.of("a.A", "m.M", "z.Z"), List.copyOf(tally.missing));
    assertEquals(List.of("z.Z", "a.A", "m.M"), List.copyOf(tally.copy().callsOut.keySet()));
  }

  @Test
  void a_place_is_put_into_words_when_it_is_read() {
    MethodRef callee = new MethodRef("b.c.D", "e", "()V");
    Where plain = Where.calls(RUN, 3, callee);
    Where more = new Where(RUN, 3, new Where.Calls(callee, "calls out"));
    Where writes = new Where(RUN, 4, new Where.Writes(new FieldRef("b.C", "f", "I")));

    assertEquals(RUN.spot(3, "D.e"), plain.spot());
    assertEquals(RUN.spot(3, "D.e calls out"), more.spot());
    assertEquals(RUN.spot(4, "writes b.C.f"), writes.spot());
  }
}
