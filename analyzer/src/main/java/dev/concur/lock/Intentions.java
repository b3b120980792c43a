package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class makes sense for only when its objects are shared: it locks what others gave it, or
 * it is too costly to make for one use and still lets one thread in at a time.
 */
final class Intentions {

  /**
   * Setting up that nobody does for each use, ns. Ten milliseconds are a hundred requests to a
   * cache; below that objects are made anew without a thought.
   */
  private static final double COSTLY_NANOS = 1e7;

  /** One of a handful may be an accessor that needs no lock. */
  private static final double NEARLY_ALL = 0.75;

  /** Places at which a class locks what it was given; one or two are an accident. */
  private static final int METHODS = 3;

  /** What has one question only may as well be a step of what its caller does. */
  private static final int QUESTIONS = 2;

  /** Overloads that fill in what was left out, one after the other. */
  private static final int OVERLOADS = 4;

  private final Linked linked;
  private final Costs costs;
  private final Returns returns;
  private final Efforts efforts;
  private final Makings makings;
  private final Requests requests;

  Intentions(Linked linked, Costs costs, Returns returns, Efforts efforts, Makings makings) {
    this.linked = linked;
    this.returns = returns;
    this.costs = costs;
    this.efforts = efforts;
    this.makings = makings;
    this.requests = new Requests(linked);
  }

  /** Adds what the class of a lock's object tells of what it is for. */
  void of(String type, LockName name, List<Extent> extents, Clues clues) {
    if (name instanceof LockName.Field lock) {
      given(lock.field(), clues);
      extents.stream()
          .flatMap(extent -> kept(extent.at().lock()).stream())
          .filter(field -> !Classes.together(linked, field.owner(), type))
          .findFirst()
          .ifPresent(
              field -> clues.weak("it is locked by " + Classes.simple(field.owner()) + " as well"));
    }
    if (name instanceof LockName.Instance) {
      ofItself(type, extents, clues);
      ofOwner(type, extents, clues);
    }
  }

  /** Small objects that lock the one that they were handed: what they have in common. */
  private void ofOwner(String type, List<Extent> extents, Clues clues) {
    Map<FieldRef, Long> methods =
        extents.stream()
            .flatMap(extent -> kept(extent.at().lock()).stream())
            .filter(field -> !Classes.together(linked, field.owner(), type))
            .filter(field -> writtenFromOutside(linked.writes(field)))
            .collect(Collectors.groupingBy(field -> field, Collectors.counting()));
    methods.entrySet().stream()
        .filter(each -> each.getValue() >= METHODS)
        .map(Map.Entry::getKey)
        .min(Comparator.comparing(FieldRef::qualified))
        .ifPresent(
            field ->
                clues.strong(
                    "every "
                        + Classes.simple(field.owner())
                        + " locks the one it was given, "
                        + field.qualified()));
    extents.stream()
        .flatMap(extent -> reached(extent.at().lock()).stream())
        .filter(field -> !Classes.together(linked, field.owner(), type))
        .filter(field -> writtenFromOutside(linked.writes(field)) && makings.daily(field.owner()))
        .min(Comparator.comparing(FieldRef::qualified))
        .ifPresent(
            field ->
                clues.weak(
                    "the many "
                        + Classes.simple(field.owner())
                        + " that are made lock the one they were given"));
  }

  /** Whether what is stored was handed in, or belongs to what was handed in. */
  private boolean handed(FieldWriteSite site) {
    Value value = returns.simplest(site.in(), site.write().value());
    Value from =
        value instanceof Value.Result result
            ? linked.call(site.in(), result.op()).flatMap(Op.Call::receiver).orElse(value)
            : value;
    return value instanceof Value.Null
        || (root(from) instanceof Value.Parameter parameter
            && (parameter.index() > 0 || site.in().isStatic()));
  }

  private static Value root(Value value) {
    return value instanceof Value.FieldOf field && field.base().isPresent()
        ? root(field.base().get())
        : value;
  }

  private static Optional<FieldRef> kept(Value lock) {
    return lock instanceof Value.FieldOf field
            && field.base().filter(Value.Parameter.class::isInstance).isPresent()
        ? Optional.of(field.field())
        : Optional.empty();
  }

  /** The field that a lock was taken from, of this object or of a part of it. */
  private static Optional<FieldRef> reached(Value lock) {
    return lock instanceof Value.FieldOf field && root(lock) instanceof Value.Parameter
        ? Optional.of(field.field())
        : Optional.empty();
  }

  private static boolean writtenFromOutside(List<FieldWriteSite> writes) {
    return !writes.isEmpty()
        && writes.stream()
            .allMatch(
                site ->
                    site.in().ref().constructor()
                        && site.write().value() instanceof Value.Parameter);
  }

  /**
   * Whether an object was given a lock of the JDK when it was made, which whoever made that has as
   * well, whatever the object itself is for.
   */
  boolean givenLock(LockName name) {
    return name instanceof LockName.Field lock
        && Classes.named(lock.field().descriptor()).startsWith("java.util.concurrent.locks.")
        && writtenFromOutside(linked.writes(lock.field()))
        && !linked.writes(lock.field()).stream().allMatch(this::forIt);
  }

  /**
   * Whether all callers that were seen hand in what they have just made, or the one of many that
   * they looked up by a key.
   */
  private boolean forIt(FieldWriteSite site) {
    List<CallSite> callers = linked.callers(site.in());
    return site.write().value() instanceof Value.Parameter given
        && !callers.isEmpty()
        && callers.stream().allMatch(caller -> madeOrLookedUp(caller, given.index()));
  }

  private boolean madeOrLookedUp(CallSite caller, int index) {
    Value handed = returns.simplest(caller.in(), caller.call().arguments().get(index));
    return handed instanceof Value.New
        || handed instanceof Value.Element
        || (handed instanceof Value.Result result
            && linked
                .call(caller.in(), result.op())
                .filter(call -> call.parameters() > 0)
                .isPresent());
  }

  /** Whether all that a field ever holds was handed in. */
  boolean handedIn(FieldRef field) {
    List<FieldWriteSite> writes = linked.writes(field);
    return !writes.isEmpty() && writes.stream().allMatch(this::handed);
  }

  /** Nobody locks what was handed to him unless others have it too. */
  private void given(FieldRef lock, Clues clues) {
    String type = Classes.named(lock.descriptor());
    List<FieldWriteSite> writes = linked.writes(lock);
    if (!type.startsWith("java.") && !writes.isEmpty() && writes.stream().allMatch(this::handed)) {
      clues.weak("it locks what it was given, " + lock.qualified());
      if (Trades.serves(type)) {
        clues.weak("the name of " + Classes.simple(type) + " says that it serves many");
      }
    }
  }

  /** The class, and the classes below it that take its lock. */
  private List<MethodFacts> methods(String type, List<Extent> extents) {
    return Stream.concat(
            Stream.of(type),
            extents.stream()
                .map(extent -> extent.in().ref().owner())
                .filter(owner -> linked.subtype(owner, type)))
        .distinct()
        .flatMap(owner -> linked.type(owner).stream())
        .flatMap(facts -> facts.methods().stream())
        .toList();
  }

  private void ofItself(String type, List<Extent> extents, Clues clues) {
    Set<MethodRef> whole =
        extents.stream()
            .filter(extent -> extent.at().wholeMethod())
            .map(extent -> extent.in().ref())
            .collect(Collectors.toSet());
    List<MethodFacts> all = methods(type, extents);
    List<MethodFacts> open = all.stream().filter(Intentions::open).toList();
    double setUp =
        all.stream()
            .filter(method -> ColdNames.cold(method.ref()) && !method.isStatic())
            .mapToDouble(method -> costs.likely(method).total().middle())
            .max()
            .orElse(0);
    if (Trades.forOneUse(type)) {
      return;
    }
    boolean asked = asked(type, open, whole);
    if (asked) {
      clues.intent("each call brings what it is about and takes the answer away under the lock");
    }
    if ((asked || Trades.servesAll(type)) && mostly(type, open, extents)) {
      clues.intent("nearly all that outsiders ask of it takes its lock");
    }
    // Its name says that it serves many; that it is made anew each day says more.
    boolean few = Trades.servesAll(type) && !makings.daily(type);
    if (few && open.stream().anyMatch(m -> careful(m, whole) && waits(m))) {
      clues.intent("it lets one caller at a time wait for the outside");
    }
    if (setUp >= COSTLY_NANOS && open.stream().anyMatch(m -> careful(m, whole))) {
      clues.intent("it lets one thread in at a time, and is too costly to set up for one use");
    }
  }

  /** Whether its locked daily work answers several questions that callers bring along. */
  private boolean asked(String type, List<MethodFacts> open, Set<MethodRef> whole) {
    return requests.madeForMany(type)
        && open.stream()
                .filter(method -> careful(method, whole) && Requests.answers(method))
                .count()
            >= QUESTIONS;
  }

  /** Whether the methods that do its daily work lock it, or call one that does. */
  private boolean mostly(String type, List<MethodFacts> open, List<Extent> extents) {
    Set<MethodRef> locking = leadingTo(extents, type);
    List<MethodFacts> daily =
        open.stream()
            .filter(method -> method.ref().owner().equals(type))
            .filter(method -> !ColdNames.cold(method.ref()) && !method.calls().isEmpty())
            .toList();
    long careful = daily.stream().filter(method -> locking.contains(method.ref())).count();
    return careful > 0 && careful >= NEARLY_ALL * daily.size();
  }

  /** The methods that take the lock, and those of the class that end at one of them. */
  private Set<MethodRef> leadingTo(List<Extent> extents, String type) {
    Set<MethodRef> found =
        extents.stream()
            .map(extent -> extent.in().ref())
            .collect(Collectors.toCollection(HashSet::new));
    List<MethodFacts> own = linked.type(type).map(ClassFacts::methods).orElse(List.of());
    for (int depth = 0; depth < OVERLOADS; depth++) {
      own.stream()
          .filter(method -> method.calls().stream().anyMatch(call -> found.contains(call.callee())))
          .map(MethodFacts::ref)
          .toList()
          .forEach(found::add);
    }
    return found;
  }

  private static boolean open(MethodFacts method) {
    return method.isPublic()
        && !method.isStatic()
        && !method.isAbstract()
        && !method.isSynthetic()
        && !method.ref().constructor();
  }

  /** Whether each execution may well wait for something outside. */
  private boolean waits(MethodFacts method) {
    Effort effort = efforts.of(method);
    return effort.chanceOutside() >= Judgement.OFTEN && effort.outside() >= Judgement.WAIT_NANOS;
  }

  /** Daily work for outsiders that is under the lock from end to end. */
  private static boolean careful(MethodFacts method, Set<MethodRef> whole) {
    return whole.contains(method.ref()) && !ColdNames.cold(method.ref());
  }
}
