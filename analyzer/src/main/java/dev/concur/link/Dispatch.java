package dev.concur.link;

import dev.concur.catalogue.Effects;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.Generations;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a call runs.
 *
 * <p>Exact receivers first, then types that are made. Calls on functional interfaces are not
 * dispatched by type: the lambda or object is looked for where the value came from, and what is not
 * found is a callback. A catalogue line on exactly this method wins over library bodies, never over
 * the bodies of the scanned roots.
 */
final class Dispatch {

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Iterator",
          "java.util.ListIterator",
          "java.util.Enumeration",
          "java.util.Collection",
          "java.util.AbstractCollection",
          "java.util.List",
          "java.util.AbstractList",
          "java.util.Set",
          "java.util.SortedSet",
          "java.util.NavigableSet",
          "java.util.AbstractSet",
          "java.util.Map",
          "java.util.Map$Entry",
          "java.util.SortedMap",
          "java.util.NavigableMap",
          "java.util.AbstractMap",
          "java.util.Queue",
          "java.util.Deque",
          "java.util.Dictionary",
          "java.lang.Iterable",
          "java.lang.Object",
          "java.lang.CharSequence",
          "java.lang.Comparable",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.BlockingQueue");

  private static final Set<String> VIEWS =
      Set.of(
          "iterator",
          "listIterator",
          "descendingIterator",
          "entrySet",
          "keySet",
          "values",
          "elements",
          "keys",
          "subList");

  /** The part of the heap that values may take, and what one takes, about. */
  private static final int PART = 128;

  private static final int BYTES = 100;

  private final Linked linked;

  /** Values among whose origins one was found that outsiders pass. */
  private final Generations<Origin, Boolean> handedIn = Generations.within(PART, BYTES);

  private final BodiesByType byType;

  Dispatch(Linked linked, BodiesByType byType) {
    this.linked = linked;
    this.byType = byType;
  }

  Targets targets(MethodFacts in, Op.Call call) {
    List<MethodFacts> reflected = linked.reflection().bodies(in, call);
    if (!reflected.isEmpty()) {
      return Targets.of(reflected);
    }
    if (linked.reflection().ofProxy(in, call)) {
      return Targets.outside();
    }
    Effects effects = linked.effects(call);
    Optional<Effects> narrowed = narrowed(in, call, effects);
    if (narrowed.isPresent()) {
      return Targets.of(narrowed.get());
    }
    if (settled(call, effects)) {
      return Targets.of(byType.of(call));
    }
    List<MethodFacts> exact = isIterable(call) ? functional(in, call).bodies() : exact(in, call);
    if (!exact.isEmpty() && (ours(exact) || !effects.known() || effects.inherited())) {
      return Targets.of(exact);
    }
    if (effects.known() && !effects.inherited() && !linked.facts().isRoot(call.callee().owner())) {
      return Targets.of(effects);
    }
    if (BodiesByType.isVirtual(call) && linked.functional(call.callee().owner())) {
      Targets found = functional(in, call);
      if (!found.bodies().isEmpty() || !effects.known()) {
        return found;
      }
    }
    if (collection(call)) {
      List<MethodFacts> own = ownCollections(in, call);
      return own.isEmpty()
          ? effects.known() ? Targets.of(effects) : Targets.nothing()
          : Targets.of(own);
    }
    List<MethodFacts> bodies = byType.of(call);
    return bodies.isEmpty() ? bodiless(call, effects) : Targets.of(bodies);
  }

  /**
   * Whether types leave one body, so that where the receiver came from says no more. Most calls are
   * such. Where they leave none, a class may still have one whose supertypes were not there.
   */
  private boolean settled(Op.Call call, Effects effects) {
    String owner = call.callee().owner();
    boolean said = effects.known() && !effects.inherited() && !linked.facts().isRoot(owner);
    return BodiesByType.isVirtual(call)
        && !said
        && !isIterable(call)
        && !collection(call)
        && !linked.functional(owner)
        && byType.of(call).size() == 1;
  }

  /**
   * What the catalogue says of the receiver's own class, when that was made in sight and is one of
   * the JDK, or another without a body of its own: writing to an {@code OutputStream} that is a
   * {@code GZIPOutputStream} compresses, also where the program's own subclass only sets it up, and
   * a {@code Lock} that is a {@code ReentrantLock} is none of the program's own.
   */
  private Optional<Effects> narrowed(MethodFacts in, Op.Call call, Effects declared) {
    if (!BodiesByType.isVirtual(call)
        || !declared.known()
        || !linked.facts().inJdk(call.callee().owner())) {
      return Optional.empty();
    }
    Set<String> types = new HashSet<>();
    for (Origin origin : linked.made(in, call.arguments().get(0))) {
      types.add(((Value.New) origin.value()).type());
    }
    String type = types.size() == 1 ? types.iterator().next() : "";
    MethodRef callee = call.callee();
    boolean jdk = linked.facts().inJdk(type);
    if (type.isEmpty()
        || (linked.facts().isRoot(type) && overrides(type, callee.name()))
        || !(linked.subtype(type, callee.owner()) || linked.unread(type))
        || (!jdk && byType.on(type, callee).isPresent())) {
      return Optional.empty();
    }
    MethodRef own = new MethodRef(type, callee.name(), callee.descriptor());
    Effects narrow = linked.catalogue().effectsOf(own, linked.facts()::supertypes);
    return narrow.known() ? Optional.of(narrow) : jdk ? Optional.of(declared) : Optional.empty();
  }

  /** Whether a class of the program does something of this name itself, so that others may too. */
  private boolean overrides(String type, String name) {
    return Stream.concat(Stream.of(type), linked.facts().supertypes(type).stream())
        .flatMap(each -> linked.type(each).stream())
        .flatMap(each -> each.methods().stream())
        .anyMatch(method -> method.ref().name().equals(name));
  }

  /**
   * Whether a call is on a collection, an iterator or the like by its JDK type. Nearly all of those
   * are the JDK's; every class of the program that implements one would otherwise be called by
   * every loop.
   */
  private boolean collection(Op.Call call) {
    String owner = call.callee().owner();
    return BodiesByType.isVirtual(call)
        && COLLECTIONS.contains(owner)
        && !linked.facts().isRoot(owner);
  }

  /**
   * Whether a call asks a collection by its JDK type for a view of it: its iterator is the JDK's as
   * the collection is.
   */
  boolean view(Op.Call call) {
    return collection(call) && VIEWS.contains(call.callee().name());
  }

  /** The bodies on collections of the program that were seen to be made. */
  private List<MethodFacts> ownCollections(MethodFacts in, Op.Call call) {
    Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
    for (Origin origin : linked.origins(in, call.arguments().get(0))) {
      if (origin.value() instanceof Value.New made && !linked.facts().inJdk(made.type())) {
        byType.on(made.type(), call.callee()).ifPresent(body -> found.put(body.ref(), body));
      }
    }
    return List.copyOf(found.values());
  }

  /** Whether outsiders may stand behind a call though bodies were found. */
  boolean open(MethodFacts in, Op.Call call) {
    Optional<ClassFacts> owner = linked.type(call.callee().owner());
    boolean theirs =
        BodiesByType.isVirtual(call)
            && owner.isPresent()
            && linked.facts().isRoot(owner.get().name())
            && owner.get().isPublic()
            && (owner.get().isInterface() || owner.get().isAbstract())
            && linked.types().resolve(call.callee()).filter(MethodFacts::isAbstract).isPresent();
    return theirs && handedIn(in, call.arguments().get(0));
  }

  private boolean handedIn(MethodFacts in, Value value) {
    Origin here = new Origin(in, value);
    boolean known = handedIn.get(here) != null;
    if (!known && linked.any(in, value, this::handedIn)) {
      handedIn.put(here, true);
      return true;
    }
    return known;
  }

  /** Whether a value is what outsiders pass to a public method that nobody here calls. */
  private boolean handedIn(Origin origin) {
    MethodFacts in = origin.in();
    return origin.value() instanceof Value.Parameter parameter
        && (parameter.index() > 0 || in.isStatic())
        && in.isPublic()
        && !in.isSynthetic()
        && linked.type(in.ref().owner()).filter(ClassFacts::isPublic).isPresent();
  }

  /** Bodies by type alone, for following results: those of views are not, nor is the caller. */
  List<MethodFacts> following(MethodFacts in, Op.Call call) {
    List<MethodFacts> bodies = view(call) ? List.of() : byType.of(call);
    return bodies.contains(in) ? bodies.stream().filter(body -> !body.equals(in)).toList() : bodies;
  }

  private boolean ours(List<MethodFacts> bodies) {
    return bodies.stream().allMatch(body -> linked.facts().isRoot(body.ref().owner()));
  }

  /** Whether it asks something for an iterator that may be a lambda as well as a collection. */
  private static boolean isIterable(Op.Call call) {
    return call.callee().owner().equals("java.lang.Iterable");
  }

  /** The bodies on receivers whose class is known exactly because they were made in sight. */
  private List<MethodFacts> exact(MethodFacts in, Op.Call call) {
    if (!BodiesByType.isVirtual(call)) {
      return List.of();
    }
    Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
    for (Origin origin : linked.made(in, call.arguments().get(0))) {
      String type = ((Value.New) origin.value()).type();
      Optional<MethodFacts> body = byType.on(type, call.callee());
      if (body.isEmpty()) {
        return List.of();
      }
      found.put(body.get().ref(), body.get());
    }
    return List.copyOf(found.values());
  }

  private Targets functional(MethodFacts in, Op.Call call) {
    Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
    boolean resolved = true;
    for (Origin origin : linked.origins(in, call.arguments().get(0))) {
      List<MethodFacts> bodies = implementation(origin, call.callee());
      resolved &= !bodies.isEmpty();
      bodies.forEach(body -> found.put(body.ref(), body));
    }
    if (resolved || !found.isEmpty()) {
      return Targets.of(List.copyOf(found.values()));
    }
    String type = call.callee().owner();
    List<MethodFacts> all =
        linked.facts().isRoot(type) ? implementations(call.callee()) : List.of();
    return all.isEmpty() ? Targets.outside() : Targets.of(all);
  }

  /** All bodies of the one abstract method of an interface. */
  List<MethodFacts> implementations(String type, String method) {
    return linked.type(type).stream()
        .flatMap(found -> found.methods().stream())
        .filter(declared -> declared.isAbstract() && declared.ref().name().equals(method))
        .flatMap(declared -> implementations(declared.ref()).stream())
        .toList();
  }

  private List<MethodFacts> implementations(MethodRef callee) {
    Map<MethodRef, MethodFacts> found = new LinkedHashMap<>();
    linked.reach().madeBelow(callee.owner()).stream()
        .flatMap(made -> byType.on(made, callee).stream())
        .forEach(body -> found.put(body.ref(), body));
    linked.reach().lambdasOf(callee.owner()).stream()
        .flatMap(origin -> implementation(origin, callee).stream())
        .forEach(body -> found.put(body.ref(), body));
    return List.copyOf(found.values());
  }

  /** What runs when this method is called on an object of this origin. */
  private List<MethodFacts> implementation(Origin origin, MethodRef callee) {
    if (origin.value() instanceof Value.New made) {
      return byType.on(made.type(), callee).map(List::of).orElse(List.of());
    }
    if (origin.value() instanceof Value.Lambda lambda
        && lambda.interfaceMethod().equals(callee.name())) {
      return byType.behind(lambda);
    }
    return List.of();
  }

  private Targets bodiless(Op.Call call, Effects effects) {
    if (effects.known()) {
      return Targets.of(effects);
    }
    MethodRef callee = call.callee();
    Optional<ClassFacts> owner = linked.type(callee.owner());
    Effects proxy =
        linked
            .catalogue()
            .proxyEffects(callee, annotations(callee, owner), linked.facts()::supertypes);
    if (proxy.known()) {
      return Targets.of(proxy);
    }
    if (owner.isPresent()) {
      boolean open = owner.get().isAbstract() || owner.get().isInterface();
      return BodiesByType.isVirtual(call) && open ? Targets.outside() : Targets.nothing();
    }
    return linked.facts().inJdk(callee.owner())
        ? Targets.nothing()
        : Targets.lacking(callee.owner());
  }

  private List<String> annotations(MethodRef callee, Optional<ClassFacts> owner) {
    List<String> names = new ArrayList<>();
    linked
        .types()
        .resolve(callee)
        .ifPresent(method -> names.addAll(Linked.names(method.annotations())));
    owner.ifPresent(type -> names.addAll(Linked.names(type.annotations())));
    return names;
  }
}
