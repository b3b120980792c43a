package dev.concur.link;

import dev.concur.catalogue.Effect;
import dev.concur.model.Executor;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds every place in the roots where a task is given to another thread. */
final class HandOffs {

  private final Linked linked;
  private @Nullable List<HandOffSite> all;

  HandOffs(Linked linked) {
    this.linked = linked;
  }

  synchronized List<HandOffSite> all() {
    if (all == null) {
      List<HandOffSite> found = new ArrayList<>();
      for (MethodFacts method : linked.roots()) {
        for (Op.Call call : method.calls()) {
          for (Effect.Starts starts : linked.effects(call).starts()) {
            found.add(site(method, call, starts));
          }
        }
      }
      all = List.copyOf(found);
    }
    return all;
  }

  private HandOffSite site(MethodFacts in, Op.Call call, Effect.Starts starts) {
    List<MethodFacts> tasks = linked.tasks(in, call, starts.task(), starts.via());
    return new HandOffSite(in, call, starts, tasks, executor(in, call, starts.by()));
  }

  private Executor executor(MethodFacts in, Op.Call call, Effect.By by) {
    if (by instanceof Effect.By.Given given) {
      Optional<Value> value = Tasks.value(call, given.executor());
      if (value.isPresent()) {
        return new Executors(linked).of(in, call, value.get());
      }
    }
    Executor.Kind kind = by instanceof Effect.By.Own own ? own.kind() : Executor.Kind.UNKNOWN;
    return new Executor(kind, OptionalInt.empty(), "", in.spot(call.line(), ""));
  }
}
