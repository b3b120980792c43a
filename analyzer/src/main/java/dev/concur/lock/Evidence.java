package dev.concur.lock;

import dev.concur.catalogue.BeanScope;
import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Role;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.model.Scope;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who shares a lock. Shared is shown, not assumed: each answer comes with the signs it
 * rests on.
 */
final class Evidence {

  /** Holders of holders; further away it is no longer this object that is shared. */
  private static final int HOLDERS = 4;

  private final Linked linked;
  private final LockNames names;
  private final Makings makings;
  private final Roles roles;
  private final Intentions intentions;
  private final Possessions possessions;
  private final Comers comers;
  private final Lent lent;
  private final Map<String, Optional<String>> single = new HashMap<>();

  Evidence(Linked linked, Costs costs, Returns returns, LockNames names, Efforts efforts) {
    this.linked = linked;
    this.names = names;
    this.makings = new Makings(linked, returns);
    this.comers = new Comers(linked, returns, makings, names);
    this.lent = new Lent(linked, returns, makings);
    this.roles = new Roles(linked, names.selfLocking());
    this.intentions = new Intentions(linked, costs, returns, efforts, makings);
    this.possessions = new Possessions(linked, costs, returns, names, roles);
  }

  /** Locks of one connection among many. */
  Conversations conversations() {
    return new Conversations(linked, makings, roles);
  }

  /** The one thread that an object has for itself. */
  SoloThreads soloThreads() {
    return new SoloThreads(linked, makings, names);
  }

  /** What objects are and own. */
  Roles roles() {
    return roles;
  }

  /** Who shares this lock, from what it is and from what its regions do. */
  Sharing of(LockName name, List<Extent> extents, Reach reach) {
    if (name instanceof LockName.StaticField field) {
      return global("kept in static " + field.field().qualified());
    }
    if (name instanceof LockName.Alias alias) {
      return global("kept in static " + alias.statics().get(0).qualified());
    }
    if (name instanceof LockName.OfClass type) {
      return global("the class object of " + type.type());
    }
    if (name instanceof LockName.OfRuntimeClass type) {
      return global("the class object of " + type.type() + " or a subclass");
    }
    if (name instanceof LockName.Constant constant && constant.computed()) {
      return Sharing.unshown(Scope.PER_KEY);
    }
    if (name instanceof LockName.Constant constant) {
      return global("the constant " + constant.shown() + ", which all of the process shares");
    }
    if (name instanceof LockName.Part) {
      return Sharing.unshown(Scope.PER_KEY);
    }
    if (name instanceof LockName.Fresh) {
      return Sharing.unshown(Scope.LOCAL);
    }
    return owner(name)
        .filter(type -> !(name instanceof LockName.Field field && ofWindow(field)))
        .map(type -> ofObject(type, name, extents, reach))
        .orElse(Sharing.unshown(Scope.UNKNOWN));
  }

  /** The class whose objects have the lock. */
  static Optional<String> owner(LockName name) {
    if (name instanceof LockName.Instance instance) {
      return Optional.of(instance.type());
    }
    if (name instanceof LockName.Field field) {
      return Optional.of(field.field().owner());
    }
    if (name instanceof LockName.Returned returned) {
      return Optional.of(returned.by().owner());
    }
    return name instanceof LockName.Flag flag
        ? Optional.of(flag.field().owner())
        : Optional.empty();
  }

  /** The class that a lock belongs to: of its object, of the field that holds it, or itself. */
  static Optional<String> holder(LockName name) {
    if (name instanceof LockName.StaticField field) {
      return Optional.of(field.field().owner());
    }
    if (name instanceof LockName.Alias alias) {
      return Optional.of(alias.field().owner());
    }
    if (name instanceof LockName.OfClass type) {
      return Optional.of(type.type());
    }
    if (name instanceof LockName.OfItself collection) {
      return holder(collection.of());
    }
    if (name instanceof LockName.Seed seed) {
      return holder(seed.of());
    }
    if (name instanceof LockName.Tool tool) {
      return holder(tool.of());
    }
    if (name instanceof LockName.Connection connection) {
      return Optional.of(connection.field().owner());
    }
    if (name instanceof LockName.OfContainer bean) {
      return Optional.of(bean.type());
    }
    return name instanceof LockName.OfRuntimeClass type ? Optional.of(type.type()) : owner(name);
  }

  private static Sharing global(String because) {
    return new Sharing(Scope.GLOBAL, List.of(because));
  }

  private boolean ofWindow(LockName.Field lock) {
    return roles.ofWindow(Classes.named(lock.field().descriptor()));
  }

  private Sharing ofObject(String type, LockName name, List<Extent> extents, Reach reach) {
    Optional<String> one = single(type);
    if (one.isPresent()) {
      return global(one.get());
    }
    if (intentions.givenLock(name)) {
      return new Sharing(
          Scope.SHARED_INSTANCE, List.of("it was given its lock, which others have"));
    }
    if (keptInArrays(type)) {
      return Sharing.unshown(Scope.PER_KEY);
    }
    if (lent.of(type) || partOfOneUse(type) || roles.ofWindow(type) || roles.ofOneCaller(type)) {
      return Sharing.unshown(Scope.PER_INSTANCE);
    }
    Clues clues = new Clues();
    objectClues(type, clues, HOLDERS, new HashSet<>());
    lockClues(name, extents, clues);
    possessions.of(type, name, extents, clues);
    if (!roles.stream(type)) {
      passesOn(extents, clues);
    }
    comers.of(type, reach, clues);
    intentions.of(type, name, extents, clues);
    if (oneOfMany(type)) {
      forget(type, clues);
    }
    return clues.enough() && !comers.eachToItsOwn(type, reach)
        ? new Sharing(Scope.SHARED_INSTANCE, clues.texts(), clues.oneForAll(), clues.crowd())
        : Sharing.unshown(Scope.PER_INSTANCE);
  }

  /**
   * What holds for each object of many says nothing of one. A name alone does not make them many:
   * of what its holder has for as long as it lives, threads that were seen count.
   */
  private void forget(String type, Clues clues) {
    List<Makings.Home> homes = makings.of(type);
    boolean keptForLong =
        !homes.isEmpty()
            && homes.stream().allMatch(this::keptByWhoStays)
            && !roles.stream(type)
            && !makings.daily(type);
    if (keptForLong) {
      clues.dropIntentions();
    } else {
      clues.dropWhatHoldsForEach();
    }
  }

  /** Whether each of its objects is a part of something that is made anew for each use. */
  private boolean partOfOneUse(String type) {
    List<Makings.Home> homes = makings.of(type);
    return !homes.isEmpty() && homes.stream().allMatch(this::keptByWhoComesAndGoes);
  }

  private boolean keptByWhoComesAndGoes(Makings.Home home) {
    if (!(home instanceof Makings.Home.InField kept)) {
      return false;
    }
    String holder = names.declared(kept.field()).owner();
    return single(holder).isEmpty() && !Trades.serves(holder) && makings.daily(holder);
  }

  private boolean keptByWhoStays(Makings.Home home) {
    return home instanceof Makings.Home.InField kept
        && !ownedByOneUse(names.declared(kept.field()).owner());
  }

  private boolean oneOfMany(String type) {
    return roles.stream(type)
        || Trades.forOneUse(type)
        || (!Trades.serves(type) && makings.daily(type));
  }

  /** Why there is only one object of a class; empty when there may be more. */
  Optional<String> single(String type) {
    Optional<String> known = single.get(type);
    if (known == null) {
      known = linked.type(type).flatMap(this::findSingle);
      single.put(type, known);
    }
    return known;
  }

  private Optional<String> findSingle(ClassFacts facts) {
    if (facts.isEnum()) {
      return Optional.of("singleton: constants of enum " + facts.name());
    }
    List<String> annotations = facts.annotations().stream().map(Annotation::type).toList();
    Optional<BeanScope> scope = linked.catalogue().scopeOf(annotations);
    if (scope.isPresent() && scope.get() == BeanScope.SINGLETON) {
      return Optional.of("singleton: a container makes one " + facts.name());
    }
    List<Makings.Home> homes = makings.of(facts.name());
    boolean closed =
        facts.methods().stream()
            .filter(method -> method.ref().constructor())
            .noneMatch(MethodFacts::isPublic);
    boolean allStatic =
        !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InStatic.class::isInstance);
    if (allStatic && closed && homes.stream().distinct().count() == 1) {
      Makings.Home.InStatic home = (Makings.Home.InStatic) homes.get(0);
      return Optional.of("singleton: the only one is in static " + home.field().qualified());
    }
    return Optional.empty();
  }

  private boolean keptInArrays(String type) {
    List<Makings.Home> homes = makings.of(type);
    return !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InArray.class::isInstance);
  }

  /** What the class of the object, its fields and its holders say. */
  private void objectClues(String type, Clues clues, int depth, Set<String> seen) {
    if (!seen.add(type)) {
      return;
    }
    roles.of(type).ifPresent(role -> isA(type, role, clues));
    Optional<ClassFacts> facts = linked.type(type);
    if (facts.isEmpty()) {
      return;
    }
    if (facts.get().annotations().stream().anyMatch(a -> a.simpleType().equals("ThreadSafe"))) {
      clues.strong("it is declared @ThreadSafe");
    }
    if (linked.catalogue().scopeOf(type, linked.facts()::supertypes).stream()
        .anyMatch(BeanScope.SINGLETON::equals)) {
      clues.strong("a container sets it up, for all who ask");
    }
    if (Trades.serves(type)) {
      clues.weak("its name says that it serves many");
    }
    entryClue(type, clues);
    makings
        .manyOf(type)
        .ifPresent(
            many -> {
              String text =
                  "it hands itself to the many " + Classes.simple(many) + " that it keeps";
              if (Trades.serves(type)) {
                clues.strong(text);
              } else {
                clues.weak(text);
              }
            });
    homeClues(type, clues, depth, seen);
    writtenForThreads(facts.get(), clues);
  }

  /**
   * Objects that are scarce by their type and lock themselves are shared; a stream is passed from
   * hand to hand.
   */
  private void isA(String type, Role role, Clues clues) {
    String text = "it is a " + Roles.word(role) + " that callers share";
    if (Roles.scarce(role) && !roles.stream(type) && !roles.ofOneCaller(type)) {
      clues.strong(text);
    } else if (role == Role.REGISTRY) {
      clues.weak(text);
    }
  }

  private void entryClue(String type, Clues clues) {
    linked.entries().stream()
        .filter(entry -> entry.concurrent() && entry.at().className().equals(type))
        .filter(entry -> entry.kind() != Entry.Kind.PUBLIC && entry.kind() != Entry.Kind.TASK)
        .findFirst()
        .ifPresent(
            entry ->
                clues.strong(
                    "several threads enter " + entry.at().method() + " of the same object"));
  }

  /**
   * Where its objects are kept. When some are made and dropped elsewhere, the others prove less.
   */
  private void homeClues(String type, Clues clues, int depth, Set<String> seen) {
    List<Makings.Home> homes = makings.of(type);
    boolean mixed =
        (Trades.forOneUse(type) && !onlyInFields(homes))
            || homes.stream()
                .anyMatch(home -> home instanceof Makings.Home.Elsewhere other && other.dropped());
    Clues found = new Clues();
    List<Makings.Home.InStatic> statics =
        homes.stream()
            .filter(Makings.Home.InStatic.class::isInstance)
            .map(Makings.Home.InStatic.class::cast)
            .toList();
    if (!statics.isEmpty()) {
      String text = "one is kept in static " + statics.get(0).field().qualified();
      // One among many others that were made is not the one that callers meet.
      if (homes.size() <= 2 * statics.size()) {
        found.strong(text);
      } else {
        clues.weak(text);
      }
    }
    for (Makings.Home home : homes) {
      if (home instanceof Makings.Home.InCollection kept) {
        if (kept.ofClass()) {
          found.strong("kept in the registry static " + kept.field().qualified());
        } else if (makings.takenOut(kept.field())) {
          held(kept.field(), "kept in the registry ", found, depth, seen);
        }
      } else if (home instanceof Makings.Home.InField kept) {
        held(kept.field(), "kept in ", found, depth, seen);
      }
    }
    makings
        .ownMap(type)
        .ifPresent(field -> found.strong("found by key in static " + field.qualified()));
    for (FieldRef field : makings.registriesOf(type)) {
      if (makings.takenOut(field)) {
        held(field, "kept in the registry ", found, depth, seen);
      }
    }
    found.texts().stream()
        .findFirst()
        .ifPresent(
            text -> {
              if (mixed) {
                clues.weak(text);
              } else {
                clues.strong(text);
              }
            });
  }

  /** Whether each object was seen to become a part of another. */
  private static boolean onlyInFields(List<Makings.Home> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InField.class::isInstance);
  }

  /** Whether a holder is one of many that come and go, so that its parts serve one use as well. */
  private boolean ownedByOneUse(String holder) {
    return roles.ofOneCaller(holder) || (single(holder).isEmpty() && oneOfMany(holder));
  }

  private void held(FieldRef field, String how, Clues clues, int depth, Set<String> seen) {
    String holder = names.declared(field).owner();
    if (depth == 0 || seen.contains(holder) || ownedByOneUse(holder)) {
      return;
    }
    Clues ofHolder = new Clues();
    single(holder).ifPresent(ofHolder::strong);
    objectClues(holder, ofHolder, depth - 1, seen);
    if (ofHolder.sure()) {
      clues.strong(
          how + field.qualified() + ", whose object is shared: " + ofHolder.texts().get(0));
    }
  }

  /**
   * Volatile fields and concurrent collections are written by people who expect several threads.
   */
  private void writtenForThreads(ClassFacts facts, Clues clues) {
    for (FieldFacts field : Classes.instanceFields(facts)) {
      String type = Classes.named(field.ref().descriptor());
      // A lock is a sign of its own, and one fact counts once.
      boolean lock = type.startsWith("java.util.concurrent.locks.");
      if (Classes.isVolatile(field) || (type.startsWith("java.util.concurrent.") && !lock)) {
        clues.intent("written for several threads: " + field.ref().qualified());
        return;
      }
    }
  }

  private void lockClues(LockName name, List<Extent> extents, Clues clues) {
    if (name instanceof LockName.Field field) {
      String type = Classes.named(field.field().descriptor());
      if (type.startsWith("java.util.concurrent.locks.")) {
        clues.met(Clues.STRONG, "a lock of its own, which nobody makes for one thread");
      } else if (type.equals("java.lang.Object") && intentions.handedIn(field.field())) {
        clues.weak("it locks what it was given, " + field.field().qualified());
      } else if (type.equals("java.lang.Object")) {
        clues.intent("a lock object of its own");
      } else if (type.startsWith("java.util.")) {
        clues.intent("a lock on a collection of its own");
      }
    }
    if (name instanceof LockName.Flag) {
      clues.met(Clues.STRONG, "threads wait for the flag");
    }
    for (Extent extent : extents) {
      for (Op.Call call : extent.calls()) {
        if (linked.targets(extent.in(), call).effects().has(Effect.Awaits.class)) {
          clues.met(
              Clues.STRONG, "threads wait for each other at it in " + extent.in().ref().name());
          return;
        }
      }
    }
  }

  private void passesOn(List<Extent> extents, Clues clues) {
    Decorators.passing(linked, extents)
        .ifPresent(
            text ->
                clues.strong(text + " under the lock, so that threads can share what it wraps"));
  }
}
