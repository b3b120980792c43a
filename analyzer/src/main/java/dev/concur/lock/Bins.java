package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Scope;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bins of concurrent maps, which are locked while a compute function runs. */
final class Bins {

  private static final Happening.CallsOut NOBODY = new Happening.CallsOut("", List.of());

  private final Linked linked;
  private final LockNames names;
  private final Passages passages;

  Bins(Linked linked, LockNames names, Passages passages) {
    this.linked = linked;
    this.names = names;
    this.passages = passages;
  }

  List<Described> find() {
    Map<LockName, List<Draft>> found = new LinkedHashMap<>();
    for (MethodFacts in : linked.roots()) {
      for (Op.Call call : in.calls()) {
        if (call.receiver().isPresent() && effects(in, call).has(Effect.BinLock.class)) {
          for (LockName map : names.of(in, call.arguments().get(0))) {
            found
                .computeIfAbsent(new LockName.Bin(map), n -> new ArrayList<>())
                .add(draft(in, call));
          }
        }
      }
    }
    List<Described> all = new ArrayList<>();
    Sharing perKey = Sharing.unshown(Scope.PER_KEY);
    found.forEach((name, drafts) -> all.add(new Described(name, perKey, drafts, Map.of())));
    return all;
  }

  /** What is known of a call, by the class of the map that was made when it is asked as a Map. */
  private Effects effects(MethodFacts in, Op.Call call) {
    Effects declared = linked.effects(call);
    if (declared.has(Effect.BinLock.class)) {
      return declared;
    }
    List<Origin> origins = linked.made(in, call.arguments().get(0));
    return origins.size() == 1 && origins.get(0).value() instanceof Value.New made
        ? linked
            .catalogue()
            .effectsOf(
                new MethodRef(made.type(), call.callee().name(), call.callee().descriptor()),
                linked.facts()::supertypes)
        : declared;
  }

  private Draft draft(MethodFacts in, Op.Call call) {
    boolean onMiss =
        effects(in, call).callsBack().stream().anyMatch(back -> back.times() == Effect.Times.MISS);
    Path path = passages.path(in, call).and(onMiss ? Path.MISS : Path.HOT);
    return passages.draft(in, call, LockKind.MAP_BIN, path, inside(in, call));
  }

  /** What happens while a bin is locked: on a miss the whole of the function, seldom as that is. */
  private Inside.Found inside(MethodFacts in, Op.Call call) {
    List<MethodFacts> makers =
        effects(in, call).callsBack().stream()
            .filter(back -> back.times() == Effect.Times.MISS)
            .flatMap(back -> linked.tasks(in, call, back.callback(), back.via()).stream())
            .toList();
    return makers.isEmpty() ? passages.during(in, call) : passages.tasks(makers, NOBODY);
  }
}
