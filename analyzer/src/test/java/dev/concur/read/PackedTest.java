package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PackedTest {

  private static final ClassSource SOURCE =
      Snippet.compile(
          """
          package mill;

          import java.util.*;
          import java.util.function.*;

          public class Mill {
            private final List<String> grains = new ArrayList<>();
            private int[] sizes = new int[8];

            synchronized int grind(Supplier<String> next, boolean fine) {
              int sum = 0;
              for (int i = 0; i < sizes.length; i++) {
                String grain = fine ? next.get() : grains.get(i % 3);
                sizes[i] = grain == null ? -1 : grain.length() * sizes[sum & 7];
                sum += sizes[i];
              }
              return sum;
            }

            Runnable later(String grain) {
              return () -> { synchronized (grains) { grains.add(grain); } };
            }
          }
          """);

  @Test
  void every_sort_of_operation_and_value_comes_back_as_it_was() {
    Unpacked body = everything();
    Shelf shelf = new Shelf(Long.MAX_VALUE);
    Packer packer = new Packer(new Once(), shelf);
    packer.add(Unpacked.of(List.of(), List.of(), List.of(List.of(new Value.Null()))));
    int at = packer.add(body);

    assertEquals(body, method(packer.packed("a/B.java"), at).body());
  }

  @Test
  void a_body_that_was_closed_is_opened_again_as_it_was() {
    Facts roomy = ProgramReader.read(SOURCE, new Shelf(Long.MAX_VALUE));
    Facts tight = ProgramReader.read(SOURCE, new Shelf(0));
    List<MethodFacts> all = methods(tight);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < all.size(); i++) {
        assertEquals(methods(roomy).get(i).blocks(), all.get(i).blocks());
        assertEquals(methods(roomy).get(i).loops(), all.get(i).loops());
        assertEquals(methods(roomy).get(i).phis(), all.get(i).phis());
        assertEquals(methods(roomy).get(i).calls(), all.get(i).calls());
      }
    }
    assertTrue(all.size() > 3, all + "");
  }

  @Test
  void bodies_stay_open_while_there_is_room_and_those_that_nobody_asks_for_go_first() {
    List<MethodFacts> all = methods(ProgramReader.read(SOURCE, new Shelf(Long.MAX_VALUE)));
    List<Block> first = all.get(0).blocks();
    all.forEach(MethodFacts::blocks);
    assertSame(first, all.get(0).blocks());

    List<MethodFacts> crowded = methods(ProgramReader.read(SOURCE, new Shelf(0)));
    List<Block> before = crowded.get(0).blocks();
    crowded.get(1).blocks();
    crowded.get(2).blocks();
    assertNotSame(before, crowded.get(0).blocks());
  }

  @Test
  void who_was_given_up_opens_no_more_bodies() {
    List<MethodFacts> all = methods(ProgramReader.read(SOURCE, new Shelf(0)));
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> all.forEach(MethodFacts::blocks));
    } finally {
      assertTrue(Thread.interrupted(), "it stays interrupted");
    }
  }

  private static List<MethodFacts> methods(Facts facts) {
    return facts.roots().stream().flatMap(type -> type.methods().stream()).toList();
  }

  private static MethodFacts method(Packed packed, int at) {
    return new MethodFacts(
        new MethodRef("a.B", "c", "()V"),
        0,
        new Declared(List.of(), List.of(), List.of(), List.of()),
        1,
        1,
        MethodFacts.Quality.BYTECODE,
        packed,
        at);
  }

  private static Unpacked everything() {
    FieldRef field = new FieldRef("a.B", "list", "[I");
    MethodRef callee = new MethodRef("a.B", "d", "(I)I");
    Value self = new Value.Parameter(0, "La/B;");
    Value own = new Value.FieldOf(field, Optional.of(self));
    Value made = new Value.New("a.B", 300);
    Value inner = new Value.FieldOf(field, Optional.of(made));
    Value array = new Value.NewArray("[I", new Value.Constant(7L), 20_000);
    Value element = new Value.Element(array);
    Value result = new Value.Result(12, callee);
    Value sum = new Value.Arithmetic('+', new Value.Length(array), element);
    Value lambda =
        new Value.Lambda(
            callee, Op.How.STATIC, List.of(self, sum), "java.lang.Runnable", "run", "()V");
    List<Value> plain =
        List.of(
            new Value.Null(),
            new Value.ClassLiteral("a.B"),
            new Value.Constant("text"),
            new Value.Constant(-0.0),
            new Value.Phi(3),
            new Value.Caught("java.io.IOException"),
            new Value.Opaque("I"));
    List<Op> first =
        List.of(
            new Op.Call(1, 70_000, Op.How.INTERFACE, callee, List.of(own, lambda, lambda)),
            new Op.FieldRead(2, 5, field, Optional.empty()),
            new Op.FieldRead(3, 5, field, Optional.of(inner)),
            new Op.FieldWrite(4, 6, field, Optional.empty(), array),
            new Op.FieldWrite(5, 6, field, Optional.of(self), result),
            new Op.ArrayRead(6, 0, array, sum),
            new Op.ArrayWrite(7, 0, array, sum, element),
            new Op.MonitorEnter(8, 9, self),
            new Op.MonitorExit(9, 9, self),
            new Op.Branch(10, 9, Op.Test.LESS_OR_EQUAL, sum, own, 1, 0));
    List<Op> second =
        List.of(
            new Op.Call(2_000, 11, Op.How.STATIC, callee, plain),
            new Op.Return(2_001, 12, Optional.of(sum)),
            new Op.Return(2_002, 12, Optional.empty()),
            new Op.Throw(2_003, 1, made));
    Block entry =
        new Block(0, first, List.of(1, 0), List.of(), -1, -1, 1, Path.HOT, List.of(), 0, 11);
    Block exit =
        new Block(
            1, second, List.of(), List.of(1), 0, 0, 0.25, Path.MISS, List.of(field), 1_990, 30);
    LoopFacts loop = new LoopFacts(0, -1, 1, 11, Loop.Trip.DATA, 2.5, own, List.of(0, 200));
    return Unpacked.of(
        List.of(entry, exit), List.of(loop), List.of(List.of(sum, self), List.of(result)));
  }
}
