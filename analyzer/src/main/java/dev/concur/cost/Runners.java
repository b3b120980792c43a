package dev.concur.cost;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Executor;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what sorts of thread run each method: from hand-offs and entries down the calls. */
final class Runners {

  private final Map<MethodRef, EnumSet<Runner>> found = new HashMap<>();

  private final Linked linked;

  private record Running(MethodFacts method, Runner by) {}

  Runners(Linked linked) {
    this.linked = linked;
    Deque<Running> todo = new ArrayDeque<>();
    for (HandOffSite site : linked.handOffs()) {
      Runner by = runner(site.executor().kind());
      site.tasks().forEach(task -> todo.add(new Running(task, by)));
    }
    linked
        .runnersOfEntries()
        .forEach((ref, by) -> linked.body(ref).ifPresent(m -> todo.add(new Running(m, by))));
    while (!todo.isEmpty()) {
      Running next = todo.poll();
      boolean isNew =
          found
              .computeIfAbsent(next.method().ref(), ref -> EnumSet.noneOf(Runner.class))
              .add(next.by());
      if (isNew) {
        for (Op.Call call : next.method().calls()) {
          linked
              .targets(next.method(), call)
              .bodies()
              .forEach(body -> todo.add(new Running(body, next.by())));
          initialiser(call).ifPresent(first -> todo.add(new Running(first, next.by())));
        }
      }
    }
  }

  Set<Runner> of(MethodRef method) {
    return found.containsKey(method) ? found.get(method) : Set.of(Runner.UNKNOWN);
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
