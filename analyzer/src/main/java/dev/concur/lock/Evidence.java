package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.LockKind;
import dev.concur.model.Scope;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/**
 * Decides who shares a lock. Shared is shown, not assumed: each answer comes with the signs it
 * rests on.
 */
final class Evidence {

  private final Linked linked;
  private final LockNames names;
  private final Makings makings;
  private final Roles roles;
  private final Intentions intentions;
  private final Possessions possessions;
  private final Comers comers;
  private final Lent lent;
  private final HowMany howMany;
  private final Holders holders;

  Evidence(Linked linked, Costs costs, Returns returns, LockNames names, Efforts efforts) {
    this.linked = linked;
    this.names = names;
    this.makings = new Makings(linked, returns);
    this.comers = new Comers(linked, returns, makings, names);
    this.lent = new Lent(linked, returns, makings);
    this.roles = new Roles(linked, names.selfLocking());
    this.intentions = new Intentions(linked, costs, returns, efforts, makings);
    this.possessions = new Possessions(linked, costs, returns, names, roles);
    this.howMany = new HowMany(linked, names, makings, roles);
    this.holders = new Holders(linked, names, makings, roles, howMany);
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
        .filter(
            type ->
                !(name instanceof LockName.Field field && (ofWindow(field) || ofLibrary(field))))
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

  /**
   * Whether a class of a library keeps it for whatever subclasses it has: it is of none of them.
   */
  private boolean ofLibrary(LockName.Field lock) {
    return !linked.facts().isRoot(lock.field().owner());
  }

  private boolean ofWindow(LockName.Field lock) {
    return roles.ofWindow(Classes.named(lock.field().descriptor()));
  }

  private Sharing ofObject(String type, LockName name, List<Extent> extents, Reach reach) {
    Optional<String> one = howMany.single(type);
    if (one.isPresent()) {
      return global(one.get());
    }
    if (intentions.givenLock(name)) {
      return new Sharing(
          Scope.SHARED_INSTANCE, List.of("it was given its lock, which others have"));
    }
    if (howMany.keptInArrays(type)) {
      return Sharing.unshown(Scope.PER_KEY);
    }
    if (lent.of(type)
        || waitedForByItsMaker(extents)
        || howMany.partOfOneUse(type)
        || roles.ofWindow(type)
        || roles.ofOneCaller(type)) {
      return Sharing.unshown(Scope.PER_INSTANCE);
    }
    Clues clues = new Clues();
    holders.of(type, clues);
    lockClues(name, extents, clues);
    possessions.of(type, name, extents, clues);
    if (!roles.stream(type)) {
      passesOn(extents, clues);
    }
    comers.of(type, reach, clues);
    intentions.of(type, name, extents, clues);
    if (howMany.oneOfMany(type)) {
      howMany.forget(type, clues);
    }
    return clues.enough() && !comers.eachToItsOwn(type, reach)
        ? new Sharing(
            Scope.SHARED_INSTANCE,
            clues.texts(),
            clues.oneForAll(),
            clues.crowd(),
            clues.foundByAll())
        : Sharing.unshown(Scope.PER_INSTANCE);
  }

  /**
   * Whether somebody makes the object, hands it out, and waits on it right there for a signal: it
   * is the slip on which the one answer comes.
   */
  private boolean waitedForByItsMaker(List<Extent> extents) {
    return extents.stream()
        .filter(extent -> extent.at().lock() instanceof Value.New)
        .anyMatch(
            extent ->
                extent.calls().stream()
                    .filter(call -> call.receiver().filter(extent.at().lock()::equals).isPresent())
                    .anyMatch(call -> linked.effects(call).has(Effect.Awaits.class)));
  }

  private void lockClues(LockName name, List<Extent> extents, Clues clues) {
    if (name instanceof LockName.Field field) {
      String type = Classes.named(field.field().descriptor());
      if (type.startsWith("java.util.concurrent.locks.") || wraps(extents)) {
        clues.met(Clues.STRONG, "a lock of its own, which nobody makes for one thread");
      } else if (type.equals("java.lang.Object") && intentions.handedIn(field.field())) {
        clues.weak("it locks what it was given, " + field.field().qualified());
      } else if (type.equals("java.lang.Object")) {
        clues.intent("a lock object of its own");
      } else if (type.startsWith("java.util.") && !type.contains(".atomic.")) {
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

  /** Whether what is taken is a lock of the JDK in a wrapper. */
  private static boolean wraps(List<Extent> extents) {
    return !extents.isEmpty()
        && extents.stream()
            .map(extent -> extent.at().kind())
            .allMatch(kind -> kind == LockKind.LOCK || kind == LockKind.READ_WRITE_LOCK);
  }

  private void passesOn(List<Extent> extents, Clues clues) {
    Decorators.passing(linked, extents)
        .ifPresent(
            text ->
                clues.strong(text + " under the lock, so that threads can share what it wraps"));
  }
}
