package dev.concur.lock;

import dev.concur.catalogue.Effect;
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
        Optional<LockKind> kind = kind(in, call);
        Optional<LockName> name = kind.flatMap(any -> kept(in, call));
        if (name.isPresent()) {
          Path path = passages.path(in, call);
          LockName lock =
              kind.get() == LockKind.SEED
                  ? new LockName.Seed(name.get())
                  : new LockName.OfItself(name.get());
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

  private Optional<LockKind> kind(MethodFacts in, Op.Call call) {
    if (call.receiver().isEmpty() || !linked.facts().inJdk(call.callee().owner())) {
      return Optional.empty();
    }
    if (linked.catalogue().isContended(call.callee().owner())) {
      return only(in, call, linked.catalogue()::isContended)
          ? Optional.of(LockKind.SEED)
          : Optional.empty();
    }
    return locks(in, call) ? Optional.of(LockKind.SYNCHRONIZED_COLLECTION) : Optional.empty();
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
  private Optional<LockName> kept(MethodFacts in, Op.Call call) {
    if (in.ref().constructor() || in.ref().name().equals("<clinit>")) {
      return Optional.empty();
    }
    if (!(returns.simplest(in, call.arguments().get(0)) instanceof Value.FieldOf field)) {
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
    LockName object = name instanceof LockName.Seed seed ? seed.of() : of(name);
    return new Described(name, evidence.of(object, List.of(), reach), drafts, Map.of());
  }

  private static LockName of(LockName name) {
    return name instanceof LockName.OfItself collection ? collection.of() : name;
  }
}
