package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the locks of a program: which exist, who shares them, what runs under them, and which
 * behave like a GIL.
 */
public final class Locks {

  private final Linked linked;
  private final Returns returns;
  private final LockNames names;
  private final Evidence evidence;
  private final Drafts drafts;
  private final Funnels funnels;
  private final Uses uses;

  private Locks(Linked linked, Costs costs) {
    this.linked = linked;
    this.returns = new Returns(linked);
    this.names = new LockNames(linked, returns);
    Heat heat = new Heat(linked, returns);
    Efforts efforts = new Efforts(linked, costs);
    this.evidence = new Evidence(linked, costs, returns, names, efforts);
    Passages passages = new Passages(costs, returns, heat, efforts);
    this.drafts = new Drafts(linked, costs, names, returns, heat, efforts);
    this.funnels = new Funnels(linked, returns, names, evidence, passages);
    this.uses =
        new Uses(
            linked,
            new Shares(linked, efforts, returns, heat),
            new Arrivals(linked, costs),
            evidence.conversations(),
            evidence.soloThreads());
  }

  /** The locks taken in the scanned roots, in the order of their names. */
  public static List<LockUse> of(Linked linked, Costs costs) {
    return new Locks(linked, costs).find();
  }

  /** Everything that takes one lock. */
  private record Taken(List<Acquisition> places, List<Draft> drafts) {
    Taken() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** What runs under it, made anew. */
    List<Extent> extents(Map<MethodRef, Holds> solved) {
      return places.stream()
          .map(at -> Extent.of(Objects.requireNonNull(solved.get(at.in().ref())), at))
          .toList();
    }
  }

  private List<LockUse> find() {
    List<LockUse> found = new ArrayList<>(locked());
    funnels.find().forEach(funnel -> found.add(uses.of(funnel)));
    found.sort(Comparator.comparing(use -> use.lock().id()));
    return found;
  }

  /** What code takes and gives back; how that was solved is not needed for what comes then. */
  private List<LockUse> locked() {
    List<MethodFacts> methods = linked.roots();
    BusyFlags flags = BusyFlags.of(linked, methods);
    Map<LockName, Taken> byName = new LinkedHashMap<>();
    Map<MethodRef, Map<Acquisition, List<LockName>>> taken = new LinkedHashMap<>();
    Map<MethodRef, Holds> solved = new LinkedHashMap<>();
    LockFlow flow = LockFlow.of(linked, returns, flags, methods);
    Wrappers wrappers = new Wrappers(linked, flow.all());
    for (Holds holds : flow.holds()) {
      solved.put(holds.method().ref(), holds);
      for (Extent extent : Extent.of(holds)) {
        List<LockName> found = namesOf(extent.at(), wrappers);
        Draft draft = drafts.of(extent, found);
        for (LockName name : found) {
          Taken all = byName.computeIfAbsent(name, n -> new Taken());
          all.places.add(extent.at());
          all.drafts.add(draft);
        }
        taken
            .computeIfAbsent(holds.method().ref(), ref -> new LinkedHashMap<>())
            .put(extent.at(), found);
      }
    }
    Order order = new Order(linked, returns, taken, new HeldByCallers(linked, solved, taken));
    List<LockUse> found = new ArrayList<>();
    Iterator<Map.Entry<LockName, Taken>> rest = byName.entrySet().iterator();
    while (rest.hasNext()) {
      Map.Entry<LockName, Taken> next = rest.next();
      found.add(uses.of(described(next.getKey(), next.getValue(), solved, order)));
      // What was drafted of it is not asked for again.
      rest.remove();
    }
    return found;
  }

  private List<LockName> namesOf(Acquisition at, Wrappers wrappers) {
    return at.kind() == LockKind.CUSTOM && at.lock() instanceof Value.FieldOf flag
        ? List.of(names.ofFlag(flag))
        : names.of(at.in(), wrappers.around(at.lock()));
  }

  private Described described(LockName name, Taken all, Map<MethodRef, Holds> solved, Order order) {
    List<Extent> extents = all.extents(solved);
    Sharing sharing = evidence.of(name, extents, uses.reach(all.drafts));
    List<Draft> found = Removals.asRareAsAdding(all.drafts);
    return new Described(name, sharing, found, order.inside(extents, name));
  }
}
