package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The locks that are held already whenever a method runs that only its own program calls. */
final class HeldByCallers {

  /** Callers of callers. */
  private static final int DEPTH = 3;

  /** With more callers than this one of them comes without the lock. */
  private static final int CALLERS = 12;

  private final Linked linked;
  private final Map<MethodRef, Holds> holds;
  private final Map<MethodRef, Map<Acquisition, List<LockName>>> taken;

  HeldByCallers(
      Linked linked,
      Map<MethodRef, Holds> holds,
      Map<MethodRef, Map<Acquisition, List<LockName>>> taken) {
    this.linked = linked;
    this.holds = holds;
    this.taken = taken;
  }

  /** What every caller holds; nothing for methods that outsiders may call. */
  Set<LockName> of(MethodFacts method) {
    return of(method, DEPTH);
  }

  private Set<LockName> of(MethodFacts method, int depth) {
    List<CallSite> sites = linked.running(method);
    if (depth == 0 || method.isPublic() || sites.isEmpty() || sites.size() > CALLERS) {
      return Set.of();
    }
    Set<LockName> common = at(sites.get(0), depth);
    for (CallSite site : sites.subList(1, sites.size())) {
      if (common.isEmpty()) {
        break;
      }
      common.retainAll(at(site, depth));
    }
    return common;
  }

  private Set<LockName> at(CallSite site, int depth) {
    Set<LockName> held = new HashSet<>(of(site.in(), depth - 1));
    Holds here = holds.get(site.in().ref());
    if (here != null) {
      Map<Acquisition, List<LockName>> names = taken.getOrDefault(site.in().ref(), Map.of());
      here.walk(
          (block, op, indices) -> {
            if (op.id() == site.call().id()) {
              names.forEach(
                  (acquisition, found) -> {
                    if (indices.get(acquisition.index())) {
                      held.addAll(found);
                    }
                  });
            }
          });
    }
    return held;
  }
}
