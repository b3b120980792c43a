package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.model.GilLike;
import dev.concur.model.Interval;
import dev.concur.model.Lock;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the locks of a program: which exist, who shares them, what runs under them, and which
 * behave like a GIL.
 */
public final class Locks {

  private final Linked linked;
  private final Costs costs;
  private final Returns returns;
  private final LockNames names;
  private final Evidence evidence;
  private final Heat heat;
  private final Shares shares;
  private final Inside inside;
  private final Touched touched;

  private Locks(Linked linked, Costs costs) {
    this.linked = linked;
    this.costs = costs;
    this.returns = new Returns(linked);
    this.names = new LockNames(linked, returns);
    this.evidence = new Evidence(linked, returns, names);
    this.heat = new Heat(linked, returns);
    this.shares = new Shares(linked, costs, returns, heat);
    this.inside = new Inside(linked, costs, names);
    this.touched = new Touched(linked, names);
  }

  /** The locks taken in the scanned roots, in the order of their names. */
  public static List<LockUse> of(Linked linked, Costs costs) {
    return new Locks(linked, costs).find();
  }

  /** One extent under one of the names of its lock. */
  private record Taken(Extent extent, List<LockName> names) {}

  private List<LockUse> find() {
    List<MethodFacts> methods = linked.roots();
    BusyFlags flags = BusyFlags.of(linked, methods);
    Map<LockName, List<Taken>> byName = new LinkedHashMap<>();
    Map<MethodRef, Map<Acquisition, List<LockName>>> taken = new LinkedHashMap<>();
    for (Holds holds : LockFlow.of(linked, returns, flags, methods).holds()) {
      for (Extent extent : Extent.of(holds)) {
        List<LockName> found = namesOf(extent.at());
        found.forEach(
            name ->
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(new Taken(extent, found)));
        taken
            .computeIfAbsent(holds.method().ref(), ref -> new LinkedHashMap<>())
            .put(extent.at(), found);
      }
    }
    Order order = new Order(linked, taken);
    List<LockUse> uses = new ArrayList<>();
    byName.forEach((name, all) -> uses.add(use(name, all, order)));
    uses.sort(Comparator.comparing(use -> use.lock().id()));
    return uses;
  }

  private List<LockName> namesOf(Acquisition at) {
    return at.kind() == LockKind.CUSTOM && at.lock() instanceof Value.FieldOf flag
        ? List.of(names.ofFlag(flag.field()))
        : names.of(at.in(), at.lock());
  }

  private LockUse use(LockName name, List<Taken> all, Order order) {
    List<Extent> extents = all.stream().map(Taken::extent).toList();
    Reach reach = Reach.of(linked, extents.stream().map(Extent::in).toList());
    Sharing sharing = evidence.of(name, extents, reach);
    List<Draft> drafts = all.stream().map(each -> draft(each.extent, each.names)).toList();
    List<Shares.Door> doors = shares.doors(held(drafts));
    double share = Shares.together(doors);
    List<Region> regions = drafts.stream().map(draft -> region(draft)).toList();
    boolean blocking =
        drafts.stream().anyMatch(draft -> draft.path == Path.HOT && draft.extent.at().blocking());
    Interval heldShare = new Interval(share / 2, share, Math.min(1, share * 2));
    GilLike gil = Judgement.of(sharing, regions, heldShare, blocking);
    Set<String> guards = new TreeSet<>();
    regions.forEach(region -> guards.addAll(region.writes()));
    Map<String, List<Spot>> inner = Order.none();
    extents.forEach(extent -> order.collect(extent, name, inner));
    return new LockUse(
        new Lock(name.text(), kind(extents), name.text(), sharing.scope(), declared(extents), true),
        regions,
        gil,
        heldShare,
        heaviest(regions),
        entries(doors, reach),
        sharing.because(),
        guards,
        inner,
        0,
        condition(all));
  }

  /** A region before its share of the work is known. */
  private record Draft(Extent extent, Path path, Inside.Found inside, double times) {
    double heldNanos() {
      return inside.cost().total().middle() * times;
    }
  }

  private Draft draft(Extent extent, List<LockName> locks) {
    Path path = extent.start().path().and(heat.of(extent.in()));
    Inside.Found found = inside.of(extent, locks);
    return new Draft(extent, path, found, inside.times(extent.in(), extent.start()));
  }

  private static Map<MethodRef, Shares.Held> held(List<Draft> drafts) {
    Map<MethodRef, Shares.Held> held = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      MethodFacts in = draft.extent.in();
      if (draft.path == Path.HOT && draft.extent.at().side() != Region.Side.READ) {
        held.merge(in.ref(), new Shares.Held(in, draft.heldNanos()), Shares.Held::plus);
      }
    }
    return held;
  }

  private Region region(Draft draft) {
    Extent extent = draft.extent;
    Touched.Fields fields = touched.by(extent);
    double whole = costs.hot(extent.in().ref()).total().middle();
    double share = whole <= 0 ? 0 : Math.min(1, draft.heldNanos() / whole);
    return new Region(
        extent.at().spot(),
        draft.path,
        extent.at().side(),
        draft.inside.cost(),
        share,
        extent.at().wholeMethod() || extent.instructions() >= 0.8 * extent.in().instructions(),
        extent.instructions(),
        draft.inside.happenings(),
        fields.reads(),
        fields.writes(),
        LooseEnds.of(extent));
  }

  private static Interval heaviest(List<Region> regions) {
    return regions.stream()
        .filter(region -> region.path() == Path.HOT)
        .map(region -> region.inside().total())
        .max(Comparator.comparingDouble(Interval::middle))
        .orElse(Interval.ZERO);
  }

  private static LockKind kind(List<Extent> extents) {
    return extents.get(0).at().kind();
  }

  private static Spot declared(List<Extent> extents) {
    return extents.get(0).at().spot();
  }

  private List<Entry> entries(List<Shares.Door> doors, Reach reach) {
    List<Entry> found = new ArrayList<>();
    for (Entry entry : linked.entries()) {
      if (reach.has(entry.at().methodRef()) && entry.kind() != Entry.Kind.PUBLIC) {
        found.add(entry);
      }
    }
    for (Shares.Door door : doors) {
      if (door.path() == Path.HOT && found.size() < 40) {
        found.add(new Entry(door.method().spot(), Entry.Kind.PUBLIC, true));
      }
    }
    return found;
  }

  private String condition(List<Taken> all) {
    boolean always = all.stream().anyMatch(taken -> taken.names.size() == 1);
    return always ? "" : "depends";
  }
}
