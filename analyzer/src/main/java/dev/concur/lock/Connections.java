package dev.concur.lock;

import dev.concur.catalogue.Role;
import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.Scope;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Connections that one field keeps and several methods talk through. */
final class Connections {

  /** From a connection to its statement to its rows. */
  private static final int DEPTH = 4;

  /** What one method alone uses may be used by one thread alone. */
  private static final int METHODS = 2;

  private final Linked linked;
  private final Returns returns;
  private final Evidence evidence;
  private final Roles roles;
  private final Passages passages;

  Connections(Linked linked, Returns returns, Evidence evidence, Passages passages) {
    this.linked = linked;
    this.returns = returns;
    this.evidence = evidence;
    this.roles = evidence.roles();
    this.passages = passages;
  }

  List<Described> find() {
    Map<LockName, List<Draft>> found = new LinkedHashMap<>();
    Map<LockName, LockName> kept = new LinkedHashMap<>();
    for (MethodFacts in : linked.roots()) {
      if (in.ref().constructor()) {
        continue;
      }
      for (Op.Call call : in.calls()) {
        Optional<Value.FieldOf> field =
            call.receiver().flatMap(value -> connection(in, value, DEPTH));
        if (field.isPresent()) {
          FieldRef declared = linked.declared(field.get().field());
          LockName name = new LockName.Connection(declared);
          kept.put(
              name,
              field.get().base().isEmpty()
                  ? new LockName.StaticField(declared)
                  : new LockName.Field(declared));
          found
              .computeIfAbsent(name, n -> new ArrayList<>())
              .add(
                  passages.draft(
                      in,
                      call,
                      LockKind.SINGLE_CONNECTION,
                      passages.path(in, call),
                      passages.during(in, call)));
        }
      }
    }
    List<Described> all = new ArrayList<>();
    found.forEach(
        (name, drafts) ->
            describe(name, Objects.requireNonNull(kept.get(name)), drafts).ifPresent(all::add));
    return all;
  }

  /** The field with the connection behind a value: itself, or what was made from it. */
  private Optional<Value.FieldOf> connection(MethodFacts in, Value raw, int depth) {
    Value value = returns.simplest(in, raw);
    if (value instanceof Value.FieldOf field) {
      return conversation(Classes.named(field.field().descriptor()))
              && linked.facts().isRoot(linked.declared(field.field()).owner())
          ? Optional.of(field)
          : Optional.empty();
    }
    if (!(value instanceof Value.Result result) || depth == 0) {
      return Optional.empty();
    }
    return linked
        .call(in, result.op())
        .flatMap(Op.Call::receiver)
        .flatMap(receiver -> connection(in, receiver, depth - 1));
  }

  /**
   * Whether one caller at a time talks over it. What a library makes for several threads (a client,
   * a producer, a connection of many requests) lets them; a channel of the JDK is safe, and still
   * one conversation.
   */
  private boolean conversation(String type) {
    boolean forMany =
        !linked.facts().inJdk(type)
            && linked
                .catalogue()
                .safetyOf(type, linked.facts()::supertypes)
                .filter(Safety.SAFE::equals)
                .isPresent();
    return !forMany && roles.of(type).filter(Role.CONNECTION::equals).isPresent();
  }

  /**
   * A funnel when the object is one for all and several methods wait for it, or when many tasks
   * were seen to come to it at once and no lock of its own keeps them in order before.
   */
  private Optional<Described> describe(LockName name, LockName field, List<Draft> drafts) {
    List<MethodFacts> waiting =
        drafts.stream()
            .filter(draft -> draft.counts() && draft.has(Happening.Waits.class))
            .map(Draft::in)
            .distinct()
            .toList();
    Reach reach = Reach.of(linked, drafts.stream().map(Draft::in).toList());
    Sharing sharing = evidence.of(field, List.of(), reach);
    boolean one = sharing.scope() == Scope.GLOBAL && waiting.size() >= METHODS;
    boolean crowd =
        sharing.crowd() && !waiting.isEmpty() && waiting.stream().noneMatch(this::takesLock);
    return one || crowd
        ? Optional.of(new Described(name, sharing, drafts, Map.of()))
        : Optional.empty();
  }

  private boolean takesLock(MethodFacts method) {
    return method.isSynchronized()
        || method.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .anyMatch(
                op ->
                    op instanceof Op.MonitorEnter
                        || (op instanceof Op.Call call
                            && !linked.effects(call).acquires().isEmpty()));
  }
}
