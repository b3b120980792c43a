package dev.concur.link;

import dev.concur.catalogue.Effect;
import dev.concur.model.Executor;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds every place in the roots where a task is given to another thread. */
final class HandOffs {

  private final Linked linked;
  private @Nullable List<HandOffSite> all;

  /** Where each task is given away, by place among all. */
  private @Nullable PerMethod<List<Integer>> byTask;

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

  /** Those that give one of these away, in their order. */
  synchronized List<HandOffSite> of(Collection<MethodFacts> tasks) {
    List<HandOffSite> sites = all();
    PerMethod<List<Integer>> known = byTask();
    BitSet found = new BitSet();
    for (MethodFacts task : tasks) {
      List<Integer> at = known.get(task);
      if (at != null) {
        at.forEach(found::set);
      }
    }
    return found.stream().mapToObj(sites::get).toList();
  }

  private PerMethod<List<Integer>> byTask() {
    PerMethod<List<Integer>> known = byTask;
    if (known == null) {
      known = new PerMethod<>();
      List<HandOffSite> sites = all();
      for (int i = 0; i < sites.size(); i++) {
        for (MethodFacts task : sites.get(i).tasks()) {
          known.computeIfAbsent(task, first -> new ArrayList<>(1)).add(i);
        }
      }
      byTask = known;
    }
    return known;
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
