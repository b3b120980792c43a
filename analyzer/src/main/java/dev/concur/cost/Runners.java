package dev.concur.cost;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Executor;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what sorts of thread run each method: from hand-offs and entries down the calls. */
final class Runners {

  /** Fewer bodies are gone through as quickly as their list is looked up; ours. */
  private static final int MANY = 8;

  private final PerMethod<Set<Runner>> found = new PerMethod<>();

  /** There are few sorts of thread: equal sets are one object. */
  private final Map<Set<Runner>, Set<Runner>> once = new HashMap<>();

  /** By whom the bodies of calls are known to be run: calls of one method share their bodies. */
  private final PerBodies<EnumSet<Runner>> added =
      new PerBodies<>(bodies -> EnumSet.noneOf(Runner.class));

  private final Linked linked;
  private final Deque<Running> todo = new ArrayDeque<>();

  private record Running(MethodFacts method, Runner by) {}

  Runners(Linked linked) {
    this.linked = linked;
    for (HandOffSite site : linked.handOffs()) {
      Runner by = runner(site.executor().kind());
      site.tasks().forEach(task -> add(task, by));
    }
    linked.runnersOfEntries().forEach((ref, by) -> linked.body(ref).ifPresent(m -> add(m, by)));
    while (!todo.isEmpty()) {
      Running next = todo.poll();
      for (Op.Call call : next.method().calls()) {
        addAll(linked.targets(next.method(), call).bodies(), next.by());
        initialiser(call).ifPresent(first -> add(first, next.by()));
      }
    }
  }

  private void addAll(List<MethodFacts> bodies, Runner by) {
    if (bodies.size() < MANY || added.of(bodies).add(by)) {
      bodies.forEach(body -> add(body, by));
    }
  }

  private void add(MethodFacts method, Runner by) {
    Set<Runner> known = found.computeIfAbsent(method, same -> Set.of());
    if (!known.contains(by)) {
      EnumSet<Runner> more = EnumSet.of(by);
      more.addAll(known);
      found.put(method, once.computeIfAbsent(more, set -> set));
      todo.add(new Running(method, by));
    }
  }

  Set<Runner> of(MethodRef method) {
    return linked
        .body(method)
        .filter(body -> body.ref().equals(method))
        .map(found::get)
        .orElse(Set.of(Runner.UNKNOWN));
  }

  /** A static call or a constructor may be what initialises the class. */
  private Optional<MethodFacts> initialiser(Op.Call call) {
    return call.how() == Op.How.STATIC || call.callee().constructor()
        ? linked.body(new MethodRef(call.callee().owner(), "<clinit>", "()V"))
        : Optional.empty();
  }

  private static Runner runner(Executor.Kind kind) {
    return switch (kind) {
      case VIRTUAL, POOLED_VIRTUAL -> Runner.VIRTUAL;
      case COMMON_POOL, PARALLEL_STREAM -> Runner.COMMON_POOL;
      case NEW_THREAD -> Runner.PLATFORM;
      case EVENT_LOOP -> Runner.EVENT_LOOP;
      case UNKNOWN -> Runner.UNKNOWN;
      default -> Runner.POOL;
    };
  }
}
