package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Code that runs many times side by side without a loop around it: functions given to streams. */
final class Crowds {

  /**
   * A parallel stream.
   *
   * @param in the method that runs it
   * @param stages the functions that its elements pass
   */
  record Stream(MethodFacts in, List<MethodFacts> stages) {
    Stream {
      stages = List.copyOf(stages);
    }
  }

  private final Linked linked;
  private @Nullable List<Stream> streams;

  Crowds(Linked linked) {
    this.linked = linked;
  }

  /** All parallel streams of the program. */
  List<Stream> streams() {
    if (streams == null) {
      streams = linked.roots().stream().map(this::parallel).filter(Objects::nonNull).toList();
    }
    return streams;
  }

  private @Nullable Stream parallel(MethodFacts in) {
    List<Op.Call> calls = in.calls();
    boolean goesParallel =
        calls.stream()
            .flatMap(call -> linked.effects(call).first(Effect.Parallel.class).stream())
            .anyMatch(Effect.Parallel::on);
    if (!goesParallel) {
      return null;
    }
    List<MethodFacts> stages = new ArrayList<>();
    for (Op.Call call : calls) {
      for (Effect.CallsBack effect : linked.effects(call).callsBack()) {
        if (ofEach(effect)) {
          stages.addAll(linked.tasks(in, call, effect.callback(), effect.via()));
        }
      }
    }
    return stages.isEmpty() ? null : new Stream(in, stages);
  }

  /** Whether a method is a function that a stream or a collection runs for each element. */
  boolean ofEach(MethodFacts method) {
    return linked.lambdas(method.ref()).stream().anyMatch(this::givenToEach);
  }

  private boolean givenToEach(Origin made) {
    return made.in().calls().stream()
        .filter(call -> call.arguments().contains(made.value()))
        .flatMap(call -> linked.effects(call).callsBack().stream())
        .anyMatch(Crowds::ofEach);
  }

  private static boolean ofEach(Effect.CallsBack effect) {
    return effect.times() == Effect.Times.EACH || effect.times() == Effect.Times.LAZY;
  }
}
