package dev.concur.lock;

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
import dev.concur.model.Scope;
import dev.concur.model.Spot;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of each lock what rules and reports want to know. */
final class Uses {

  /** Entries that a report names. */
  private static final int NAMED = 40;

  /** Times are estimated within this factor, those held and those not held alike. */
  private static final double FACTOR = 2;

  private record Entered(Entry entry, MethodFacts method) {}

  private final Linked linked;
  private final Shares shares;
  private final Arrivals arrivals;
  private final SoloThreads solo;
  private final Conversations conversations;
  private final List<Entered> entries;
  private @Nullable Reach last;

  Uses(
      Linked linked,
      Shares shares,
      Arrivals arrivals,
      Conversations conversations,
      SoloThreads solo) {
    this.linked = linked;
    this.solo = solo;
    this.conversations = conversations;
    this.arrivals = arrivals;
    this.shares = shares;
    this.entries =
        linked.entries().stream()
            .filter(entry -> entry.kind() != Entry.Kind.PUBLIC)
            .flatMap(entry -> entered(linked, entry).stream())
            .toList();
  }

  private static Optional<Entered> entered(Linked linked, Entry entry) {
    MethodRef ref = entry.at().methodRef();
    return linked
        .body(ref)
        .filter(method -> method.ref().equals(ref))
        .map(method -> new Entered(entry, method));
  }

  LockUse of(Described found) {
    List<Draft> drafts = found.drafts();
    List<Shares.Door> doors = shares.doors(held(drafts), Effort::work);
    boolean alone =
        ownThread(found.name(), doors)
            || (!(found.name() instanceof LockName.OneThread) && arrivals.only(drafts))
            || conversations.only(found);
    Described lock = alone ? confined(found) : found;
    List<Shares.Door> without = past(lock, doors, Effort::work);
    List<Shares.Door> readers = shares.doors(around(drafts, Draft::blocking), Effort::work);
    List<Shares.Door> trying =
        shares.doors(around(drafts, draft -> !draft.blocking()), Effort::work);
    Set<MethodRef> passing =
        Stream.concat(readers.stream(), trying.stream())
            .map(door -> door.method().ref())
            .collect(Collectors.toSet());
    List<Shares.Door> waiting =
        doors.stream().filter(door -> !passing.contains(door.method().ref())).toList();
    double rest = Shares.waiting(waiting, readers, trying);
    double share = Shares.together(shares.weighed(lock.name(), waiting), without) * rest;
    double computing = share >= Judgement.MOST ? share : computing(lock, passing) * rest;
    GilLike gil = Judgement.of(lock.sharing(), drafts, share, computing);
    boolean near = lock.sharing().oneForAll() && doors.size() <= NAMED;
    List<Region> regions =
        new ArrayList<>(drafts.stream().map(draft -> region(draft, near)).toList());
    if (lock.sharing().crowd() || readersMeet(drafts)) {
      drafts.stream()
          .flatMap(draft -> draft.onMiss().stream())
          .map(draft -> region(draft, near))
          .forEach(regions::add);
    }
    Set<String> guards = new TreeSet<>();
    regions.forEach(region -> guards.addAll(region.writes()));
    return new LockUse(
        lock(lock),
        regions,
        gil,
        interval(share),
        heaviest(regions),
        entries(doors, drafts),
        lock.sharing().because(),
        guards,
        lock.inner(),
        publicMethods(lock),
        condition(drafts),
        lock.sharing().crowd(),
        lock.sharing().foundByAll());
  }

  /** Whether readers go side by side: who says so expects many, and all wait for one who writes. */
  private static boolean readersMeet(List<Draft> drafts) {
    return drafts.get(0).kind() == LockKind.READ_WRITE_LOCK
        && drafts.stream().anyMatch(draft -> draft.side() == Region.Side.READ);
  }

  /** Whether only the thread of the object itself, which is a task, comes in with work. */
  private boolean ownThread(LockName name, List<Shares.Door> doors) {
    List<MethodRef> working =
        doors.stream()
            .filter(door -> door.hot() && door.held() >= Judgement.TINY_NANOS)
            .map(door -> door.method().ref())
            .toList();
    return working.size() == 1
        && working.get(0).name().equals("run")
        && linked.subtype(working.get(0).owner(), "java.lang.Runnable")
        && Evidence.owner(name)
            .filter(
                owner -> owner.equals(working.get(0).owner()) || solo.has(owner, working.get(0)))
            .isPresent();
  }

  /** The daily ways past a lock. */
  private List<Shares.Door> past(
      Described lock, List<Shares.Door> doors, ToDoubleFunction<Effort> measure) {
    return shares.usedByOthers(doors)
        ? List.of()
        : working(lock, doors).map(type -> shares.without(type, doors, measure)).orElse(List.of());
  }

  /**
   * The holder of a lock, when one comes to it by its own methods. What others do under a lock that
   * they were given is their work, as is what is done by parts that it hands out, such as streams;
   * what the holder does besides is no other way to the same.
   */
  private Optional<String> working(Described lock, List<Shares.Door> doors) {
    return Evidence.holder(lock.name())
        .filter(
            type ->
                lock.drafts().stream()
                    .anyMatch(draft -> Classes.together(linked, draft.in().ref().owner(), type)))
        .filter(
            type ->
                doors.stream().anyMatch(door -> door.hot() && shares.isOne(door.method(), type)));
  }

  private static Described confined(Described lock) {
    Sharing alone =
        lock.sharing().scope() == Scope.SHARED_INSTANCE
            ? Sharing.unshown(Scope.PER_INSTANCE)
            : lock.sharing();
    return new Described(lock.name(), alone, lock.drafts(), lock.inner());
  }

  /** The share of the computing alone, for locks that are given back while waiting. */
  private double computing(Described lock, Set<MethodRef> passing) {
    Map<MethodRef, Shares.Held> held = new LinkedHashMap<>();
    for (Draft draft : lock.drafts()) {
      if (draft.counts() && draft.blocking()) {
        Shares.Held one = new Shares.Held(draft.in(), draft.effort().cpu() * draft.times());
        held.merge(draft.in().ref(), one, Shares.Held::plus);
      }
    }
    List<Shares.Door> doors =
        shares.doors(held.values(), Effort::cpu).stream()
            .filter(door -> !passing.contains(door.method().ref()))
            .toList();
    return Shares.together(shares.weighed(lock.name(), doors), past(lock, doors, Effort::cpu));
  }

  private Lock lock(Described lock) {
    String text = lock.name().text();
    Optional<String> holder = Evidence.holder(lock.name());
    boolean ours = holder.isEmpty() || linked.facts().isRoot(holder.get());
    return new Lock(
        text, lock.drafts().get(0).kind(), text, lock.sharing().scope(), declared(lock), ours);
  }

  /** Where its object is made or, when that was not seen, where it is first taken. */
  private Spot declared(Described lock) {
    Spot first = lock.drafts().get(0).at();
    Optional<Spot> made = kept(lock.name()).flatMap(this::written);
    return made.filter(spot -> spot.className().equals(first.className())).orElse(first);
  }

  /** The field that holds it. */
  private static Optional<FieldRef> kept(LockName name) {
    if (name instanceof LockName.Field field) {
      return Optional.of(field.field());
    }
    if (name instanceof LockName.OfItself collection) {
      return kept(collection.of());
    }
    if (name instanceof LockName.Seed seed) {
      return kept(seed.of());
    }
    if (name instanceof LockName.Tool tool) {
      return kept(tool.of());
    }
    return name instanceof LockName.StaticField field
        ? Optional.of(field.field())
        : Optional.empty();
  }

  private Optional<Spot> written(FieldRef field) {
    return linked.writes(field).stream()
        .findFirst()
        .map(site -> site.in().spot(site.write().line(), "the lock is made here"));
  }

  /** Time held per method, where others are kept out on the daily way. */
  private static List<Shares.Held> held(List<Draft> drafts) {
    Map<MethodRef, Shares.Held> held = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.counts() && draft.blocking()) {
        Shares.Held one = new Shares.Held(draft.in(), draft.heldNanos());
        held.merge(draft.in().ref(), one, Shares.Held::plus);
      }
    }
    return List.copyOf(held.values());
  }

  /** Daily passages that keep nobody waiting: attempts that give up, and the side of readers. */
  private static List<Shares.Held> around(List<Draft> drafts, Predicate<Draft> which) {
    return drafts.stream()
        .filter(draft -> draft.path() == Path.HOT && which.test(draft))
        .filter(draft -> !draft.blocking() || draft.side() == Region.Side.READ)
        .map(draft -> new Shares.Held(draft.in(), 0))
        .toList();
  }

  private Region region(Draft draft, boolean near) {
    return new Region(
        draft.at(),
        draft.path(),
        draft.side(),
        draft.inside().cost(),
        share(draft, near),
        draft.wholeBody(),
        draft.instructions(),
        draft.inside().happenings(),
        draft.fields().reads(),
        draft.fields().writes(),
        draft.fields().counts(),
        draft.fields().apart(),
        draft.looseEnds());
  }

  /** What a region alone takes of the work of the doors above it, or of its method. */
  private double share(Draft draft, boolean near) {
    if (!draft.counts()) {
      return 0;
    }
    Shares.Held held = new Shares.Held(draft.in(), draft.heldNanos());
    List<Shares.Door> above =
        near ? shares.doors(List.of(held), Effort::work) : List.of(shares.door(held, Effort::work));
    return Shares.together(above, List.of());
  }

  private static Interval interval(double share) {
    double rest = 1 - share;
    double square = FACTOR * FACTOR;
    double low = share <= 0 ? 0 : share / (share + square * rest);
    double high = share <= 0 ? 0 : square * share / (square * share + rest);
    return new Interval(Math.min(low, share), share, Math.min(1, Math.max(high, share)));
  }

  private static Interval heaviest(List<Region> regions) {
    return regions.stream()
        .filter(region -> region.path() == Path.HOT && region.excludesAll())
        .map(region -> region.inside().total())
        .max(Comparator.comparingDouble(Interval::middle))
        .orElse(Interval.ZERO);
  }

  /** What leads to the regions of a lock; who describes it and who says its use ask in turn. */
  Reach reach(List<Draft> drafts) {
    List<MethodFacts> starts = drafts.stream().map(Draft::in).toList();
    Reach reach = last;
    if (reach == null || !reach.of(starts)) {
      reach = Reach.of(linked, starts);
      last = reach;
    }
    return reach;
  }

  private List<Entry> entries(List<Shares.Door> doors, List<Draft> drafts) {
    List<Entry> found = new ArrayList<>();
    Reach reach = reach(drafts);
    for (Entered entered : entries) {
      if (reach.has(entered.method())) {
        found.add(entered.entry());
      }
    }
    Set<MethodRef> named =
        found.stream().map(entry -> entry.at().methodRef()).collect(Collectors.toSet());
    for (Shares.Door door : doors) {
      if (door.hot() && found.size() < NAMED && named.add(door.method().ref())) {
        found.add(new Entry(door.method().spot(), Entry.Kind.PUBLIC, true));
      }
    }
    return found;
  }

  /** Share of the public methods of its class that run under it from end to end. */
  private double publicMethods(Described lock) {
    Set<MethodRef> whole =
        lock.drafts().stream()
            .filter(draft -> draft.wholeBody() && draft.side() != Region.Side.READ)
            .map(draft -> draft.in().ref())
            .collect(Collectors.toSet());
    List<MethodRef> open =
        Evidence.holder(lock.name()).flatMap(linked::type).map(Uses::open).orElse(List.of());
    return open.isEmpty()
        ? 0
        : (double) open.stream().filter(whole::contains).count() / open.size();
  }

  private static List<MethodRef> open(ClassFacts type) {
    return type.methods().stream()
        .filter(method -> method.isPublic() && !method.isSynthetic() && !method.isAbstract())
        .map(MethodFacts::ref)
        .filter(ref -> !ref.constructor())
        .toList();
  }

  /** What must be so for any region that matters to take it; empty when one always does. */
  private static String condition(List<Draft> drafts) {
    List<String> conditions =
        drafts.stream()
            .filter(draft -> draft.counts() && Judgement.matters(draft))
            .map(Draft::condition)
            .distinct()
            .toList();
    return conditions.isEmpty() || conditions.contains("") ? "" : conditions.get(0);
  }
}
