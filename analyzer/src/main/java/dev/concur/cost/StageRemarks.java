package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Remark;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what stages of futures and operators of reactive pipelines do on threads of others. */
final class StageRemarks {

  /** A stage of less does not hold up the thread that completes; a context switch or two. ns. */
  private static final double WAITS = 100_000;

  /** As much as an event loop may compute at a time: other clients wait meanwhile. ns. */
  private static final double COMPUTES = 1_000_000;

  /** A chain from which one can tell that it is a style. */
  private static final int CHAIN = 3;

  private static final Pattern REACTIVE =
      Pattern.compile("reactor\\.core\\.publisher\\.|io\\.reactivex\\.|io\\.smallrye\\.mutiny\\.");

  private final Linked linked;
  private final Costs costs;

  StageRemarks(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
  }

  List<Remark> of(MethodFacts method) {
    List<Remark> found = new ArrayList<>();
    for (Op.Call call : method.calls()) {
      heavy(method, call).ifPresent(found::add);
      chain(method, call).ifPresent(found::add);
      waiting(method, call).ifPresent(found::add);
    }
    return found;
  }

  // Stages that run on the thread that completes a future of somebody else.

  private Optional<Remark> heavy(MethodFacts method, Op.Call call) {
    Optional<Effect.Starts> stage = stage(call);
    if (stage.isEmpty() || call.receiver().isEmpty() || !foreign(method, call.receiver().get())) {
      return Optional.empty();
    }
    return linked.tasks(method, call, stage.get().task(), stage.get().via()).stream()
        .flatMap(task -> heaviest(task).stream())
        .findFirst()
        .map(
            what ->
                new Remark.HeavyStage(
                    method.spot(call.line(), call.callee().name()),
                    what.kind(),
                    what.nanos(),
                    what.happening().chain()));
  }

  private Optional<Effect.Starts> stage(Op.Call call) {
    return linked.effects(call).starts().stream()
        .filter(starts -> starts.by() instanceof Effect.By.Completer)
        .findFirst();
  }

  private record Heavy(Kind kind, double nanos, Happening happening) {}

  private Optional<Heavy> heaviest(MethodFacts task) {
    for (Happening happening : costs.happenings(task)) {
      if (happening instanceof Happening.Waits waits
          && waits.kind() != Kind.LOCK
          && waits.nanos().middle() >= WAITS) {
        return Optional.of(new Heavy(waits.kind(), waits.nanos().middle(), happening));
      }
      if (happening instanceof Happening.Computes computes
          && computes.kind() != Kind.OTHER
          && computes.nanos().middle() >= COMPUTES) {
        return Optional.of(new Heavy(computes.kind(), computes.nanos().middle(), happening));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a future is completed by the threads of a library, and no stage has left them since.
   */
  private boolean foreign(MethodFacts method, Value future) {
    return foreign(method, future, new HashSet<>());
  }

  private boolean foreign(MethodFacts in, Value future, Set<List<Object>> seen) {
    return linked.origins(in, future).stream()
        .anyMatch(
            origin ->
                seen.add(List.of(origin.in().ref(), origin.value()))
                    && origin.value() instanceof Value.Result made
                    && linked
                        .call(origin.in(), made.op())
                        .filter(call -> foreign(origin, call, seen))
                        .isPresent());
  }

  private boolean foreign(Origin origin, Op.Call call, Set<List<Object>> seen) {
    boolean promises = linked.effects(call).has(Effect.Promises.class);
    return promises
        || (stage(call).isPresent()
            && call.receiver().filter(of -> foreign(origin.in(), of, seen)).isPresent());
  }

  // Several stages that each ask somebody.

  private Optional<Remark> chain(MethodFacts method, Op.Call last) {
    if (stage(last).isEmpty() || continued(method, last)) {
      return Optional.empty();
    }
    int stages = 0;
    int line = last.line();
    Optional<Op.Call> at = Optional.of(last);
    while (at.isPresent() && stage(at.get()).isPresent()) {
      stages += asks(method, at.get()) ? 1 : 0;
      at = at.get().receiver().flatMap(of -> maker(method, of));
      line = at.map(Op.Call::line).orElse(line);
    }
    return stages >= CHAIN
        ? Optional.of(new Remark.ChainOfStages(method.spot(line, "a chain begins"), stages))
        : Optional.empty();
  }

  private Optional<Op.Call> maker(MethodFacts method, Value future) {
    return future instanceof Value.Result made ? linked.call(method, made.op()) : Optional.empty();
  }

  private boolean continued(MethodFacts method, Op.Call call) {
    return method.calls().stream()
        .filter(next -> stage(next).isPresent())
        .anyMatch(
            next ->
                next.receiver().flatMap(of -> maker(method, of)).filter(call::equals).isPresent());
  }

  /** Whether the stage starts a question or waits for an answer. */
  private boolean asks(MethodFacts method, Op.Call call) {
    Effect.Starts starts = stage(call).orElseThrow();
    return linked.tasks(method, call, starts.task(), starts.via()).stream()
        .map(task -> costs.summaries().of(task))
        .anyMatch(tally -> tally.async || tally.waiting().middle() >= WAITS);
  }

  // Operators of reactive pipelines that wait.

  private Optional<Remark> waiting(MethodFacts method, Op.Call call) {
    if (!REACTIVE.matcher(call.callee().owner()).lookingAt() || moved(method, call)) {
      return Optional.empty();
    }
    for (Effect.CallsBack back : linked.effects(call).callsBack()) {
      for (MethodFacts body : linked.tasks(method, call, back.callback(), back.via())) {
        Optional<Happening.Waits> wait = wait(body);
        if (wait.isPresent()) {
          return wait.map(
              found ->
                  new Remark.WaitingOperator(
                      method.spot(call.line(), call.callee().name()),
                      found.kind(),
                      found.nanos().middle(),
                      found.chain()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Happening.Waits> wait(MethodFacts body) {
    return costs.happenings(body).stream()
        .filter(Happening.Waits.class::isInstance)
        .map(Happening.Waits.class::cast)
        .filter(wait -> wait.kind() != Kind.LOCK && wait.nanos().middle() >= WAITS)
        .findFirst();
  }

  /** Whether the pipeline was sent elsewhere before this operator, or is as a whole after it. */
  private boolean moved(MethodFacts method, Op.Call call) {
    return before(method, call, new HashSet<>()) || after(method, call, new HashSet<>());
  }

  private boolean before(MethodFacts method, Op.Call call, Set<Integer> seen) {
    return call.receiver()
        .flatMap(of -> maker(method, of))
        .filter(made -> seen.add(made.id()))
        .filter(made -> linked.effects(made).has(Effect.Moves.class) || before(method, made, seen))
        .isPresent();
  }

  private boolean after(MethodFacts method, Op.Call call, Set<Integer> seen) {
    return method.calls().stream()
        .filter(
            next ->
                next.receiver().flatMap(of -> maker(method, of)).filter(call::equals).isPresent())
        .filter(next -> seen.add(next.id()))
        .anyMatch(next -> upstream(next) || after(method, next, seen));
  }

  private boolean upstream(Op.Call call) {
    return linked
        .effects(call)
        .first(Effect.Moves.class)
        .filter(Effect.Moves::upstream)
        .isPresent();
  }
}
