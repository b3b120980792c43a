package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What caches call back for keys that they do not have, known to run on a miss only. */
final class Loaders {

  private final Linked linked;

  /** Class and name: of a generic type there is a bridge besides. */
  private final Set<String> loaders = new HashSet<>();

  Loaders(Linked linked) {
    this.linked = linked;
    for (MethodFacts method : linked.reached()) {
      method.calls().stream().filter(Loaders::takesFunction).forEach(call -> note(method, call));
    }
  }

  private static boolean takesFunction(Op.Call call) {
    String descriptor = call.callee().descriptor();
    return descriptor.contains("Callable;") || descriptor.contains("java/util/function/");
  }

  private void note(MethodFacts in, Op.Call call) {
    for (Effect.CallsBack back : linked.effects(call).callsBack()) {
      if (back.times() == Effect.Times.MISS) {
        linked.tasks(in, call, back.callback(), back.via()).forEach(task -> loaders.add(key(task)));
      }
    }
  }

  /** Whether a cache calls it for what it does not have, and nobody else does. */
  boolean only(MethodFacts method) {
    List<CallSite> callers = linked.running(method);
    return loaders.contains(key(method))
        && callers.stream().allMatch(site -> key(site.in()).equals(key(method)));
  }

  private static String key(MethodFacts method) {
    MethodRef ref = method.ref();
    return ref.owner() + "." + ref.name();
  }
}
