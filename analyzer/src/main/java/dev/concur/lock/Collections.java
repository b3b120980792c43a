package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.LockKind;
import dev.concur.model.Path;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Collections and streams of libraries whose every call takes their one lock, and generators whose
 * every call changes their one seed.
 */
final class Collections {

  private final Linked linked;
  private final Returns returns;
  private final LockNames names;
  private final Evidence evidence;
  private final Passages passages;

  Collections(
      Linked linked, Returns returns, LockNames names, Evidence evidence, Passages passages) {
    this.linked = linked;
    this.returns = returns;
    this.names = names;
    this.evidence = evidence;
    this.passages = passages;
  }

  List<Described> find() {
    Map<LockName, List<Draft>> found = new LinkedHashMap<>();
    for (MethodFacts in : linked.roots()) {
      for (Op.Call call : in.calls()) {
        Optional<Value> comparing = comparing(in, call);
        Optional<LockKind> kind =
            comparing.isPresent() ? Optional.of(LockKind.TOOL) : kind(in, call);
        Optional<LockName> name =
            kind.flatMap(any -> kept(in, comparing.orElseGet(() -> call.arguments().get(0))));
        if (name.isPresent()) {
          Path path = passages.path(in, call);
          LockName lock = named(kind.get(), name.get());
          found
              .computeIfAbsent(lock, n -> new ArrayList<>())
              .add(passages.draft(in, call, kind.get(), path, passages.during(in, call)));
        }
      }
    }
    List<Described> all = new ArrayList<>();
    found.forEach((name, drafts) -> all.add(described(name, drafts)));
    return all;
  }

  /**
   * What a sort compares with, when that is an object of the JDK whose every comparison takes its
   * lock: as the object is kept, or as a reference to its method has it.
   */
  private Optional<Value> comparing(MethodFacts in, Op.Call call) {
    return linked.effects(call).callsBack().stream()
        .filter(back -> back.times() == Effect.Times.SORTING)
        .flatMap(back -> value(call, back.callback()).stream())
        .filter(
            compares ->
                linked.libraryCalls(in, compares, call.line()).stream()
                    .anyMatch(run -> linked.effects(run).has(Effect.LocksReceiver.class)))
        .map(
            compares ->
                compares instanceof Value.Lambda lambda && !lambda.captured().isEmpty()
                    ? lambda.captured().get(0)
                    : compares)
        .findFirst();
  }

  private static Optional<Value> value(Op.Call call, Place place) {
    if (place.receiver()) {
      return call.receiver();
    }
    return place.argument() < call.parameters()
        ? Optional.of(call.parameter(place.argument()))
        : Optional.empty();
  }

  private Optional<LockKind> kind(MethodFacts in, Op.Call call) {
    if (call.receiver().isEmpty() || !linked.facts().inJdk(call.callee().owner())) {
      return Optional.empty();
    }
    if (linked.catalogue().isContended(call.callee().owner())) {
      return only(in, call, linked.catalogue()::isContended)
          ? Optional.of(LockKind.SEED)
          : Optional.empty();
    }
    if (!locks(in, call)) {
      return Optional.empty();
    }
    return Optional.of(tool(call) ? LockKind.TOOL : LockKind.SYNCHRONIZED_COLLECTION);
  }

  /** Whether each thread could have one of its own, since no call needs what another left. */
  private boolean tool(Op.Call call) {
    String type = call.callee().owner();
    boolean collection =
        linked.subtype(type, "java.util.Collection") || linked.subtype(type, "java.util.Map");
    return !collection
        && linked.effects(call).has(Effect.LocksReceiver.class)
        && linked.catalogue().reusableOf(type, linked.facts()::supertypes).isPresent();
  }

  /** Whether what is called was seen to be made, and always as one of these types. */
  private boolean only(MethodFacts in, Op.Call call, Predicate<String> types) {
    List<Origin> origins = linked.origins(in, call.arguments().get(0));
    return !origins.isEmpty()
        && origins.stream()
            .allMatch(
                origin -> origin.value() instanceof Value.New made && types.test(made.type()));
  }

  private boolean locks(MethodFacts in, Op.Call call) {
    if (linked.effects(call).has(Effect.LocksReceiver.class)) {
      return true;
    }
    Value called = call.arguments().get(0);
    return !linked.any(in, called, origin -> !synchronizedOne(origin))
        && !linked.origins(in, called).isEmpty();
  }

  private boolean synchronizedOne(Origin origin) {
    if (origin.value() instanceof Value.New made) {
      return linked.catalogue().isSynchronized(made.type());
    }
    return origin.value() instanceof Value.Result result
        && linked
            .call(origin.in(), result.op())
            .filter(maker -> linked.effects(maker).has(Effect.SynchronizedResult.class))
            .isPresent();
  }

  /** Only what a static field or an object's field of the program keeps can be shared. */
  private Optional<LockName> kept(MethodFacts in, Value shared) {
    if (in.ref().constructor() || in.ref().name().equals("<clinit>")) {
      return Optional.empty();
    }
    if (!(returns.simplest(in, shared) instanceof Value.FieldOf field)) {
      return Optional.empty();
    }
    FieldRef declared = names.declared(field.field());
    if (!linked.facts().isRoot(declared.owner())) {
      return Optional.empty();
    }
    return Optional.of(
        field.base().isEmpty() ? new LockName.StaticField(declared) : new LockName.Field(declared));
  }

  private Described described(LockName name, List<Draft> drafts) {
    Reach reach = Reach.of(linked, drafts.stream().map(Draft::in).toList());
    return new Described(name, evidence.of(of(name), List.of(), reach), drafts, Map.of());
  }

  private static LockName named(LockKind kind, LockName object) {
    return switch (kind) {
      case SEED -> new LockName.Seed(object);
      case TOOL -> new LockName.Tool(object);
      default -> new LockName.OfItself(object);
    };
  }

  private static LockName of(LockName name) {
    if (name instanceof LockName.Seed seed) {
      return seed.of();
    }
    if (name instanceof LockName.Tool tool) {
      return tool.of();
    }
    return name instanceof LockName.OfItself collection ? collection.of() : name;
  }
}
