package dev.concur.lock;

import dev.concur.catalogue.Role;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Kind;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/** The scarce things that an object has and uses under its lock. */
final class Possessions {

  private final Linked linked;
  private final Costs costs;
  private final Returns returns;
  private final LockNames names;
  private final Roles roles;

  Possessions(Linked linked, Costs costs, Returns returns, LockNames names, Roles roles) {
    this.linked = linked;
    this.costs = costs;
    this.returns = returns;
    this.names = names;
    this.roles = roles;
  }

  /**
   * A scarce thing that the object owns and uses under the lock: the lock is there because it is
   * shared.
   */
  void of(String type, LockName name, List<Extent> extents, Clues clues) {
    if (name instanceof LockName.Field lock) {
      roles
          .of(Classes.named(lock.field().descriptor()))
          .or(() -> roles.owned(lock.field()).filter(Roles::ownedByOne))
          .filter(role -> role != Role.REGISTRY)
          .ifPresent(
              role ->
                  clues.strong(
                      "the lock is the "
                          + Roles.word(role)
                          + " itself, "
                          + lock.field().qualified()));
    }
    for (Extent extent : extents) {
      if (extent.in().isNative() && !extent.in().isStatic()) {
        clues.strong("its native methods run under it, on what it owns outside of Java");
      }
      for (Op.Call call : extent.calls()) {
        uses(type, extent.in(), call, clues);
        worksOnHandle(type, extent.in(), call, clues);
        talksTo(type, extent, call, clues);
      }
    }
  }

  /** A thing in a field on which something is called. */
  private void uses(String type, MethodFacts in, Op.Call call, Clues clues) {
    call.receiver()
        .map(receiver -> returns.simplest(in, receiver))
        .flatMap(Possessions::firstField)
        .filter(field -> ofSameObject(type, field))
        .ifPresent(field -> used(field, clues));
  }

  /**
   * Native code, wherever it is declared, that is handed the address of what the object owns
   * outside of Java. Each of its objects has one, so that many small ones are not shared by that.
   */
  private void worksOnHandle(String type, MethodFacts in, Op.Call call, Clues clues) {
    if (linked.targets(in, call).bodies().stream().noneMatch(MethodFacts::isNative)) {
      return;
    }
    call.arguments().stream()
        .map(argument -> returns.simplest(in, argument))
        .flatMap(argument -> firstField(argument).stream())
        .filter(field -> field.descriptor().equals("J") && ofSameObject(type, field))
        .findFirst()
        .ifPresent(
            field ->
                clues.met(
                    Clues.STRONG,
                    "native code works under it on what it owns outside of Java, "
                        + field.qualified()));
  }

  /** A stream to a device that the object keeps, and that is waited for under the lock. */
  private void talksTo(String type, Extent extent, Op.Call call, Clues clues) {
    if (roles.stream(type) || clues.enough()) {
      return;
    }
    for (Value argument : call.arguments()) {
      firstField(returns.simplest(extent.in(), argument))
          .filter(field -> ofSameObject(type, field))
          .filter(field -> roles.stream(Classes.named(field.descriptor())))
          .filter(field -> waitsOutside(extent.in(), call))
          .ifPresent(
              field ->
                  clues.strong(
                      "it talks to a device through " + field.qualified() + " under the lock"));
    }
  }

  private boolean waitsOutside(MethodFacts in, Op.Call call) {
    return costs.waits(in, call).keySet().stream().anyMatch(Kind::outside);
  }

  private void used(FieldRef field, Clues clues) {
    Optional<Role> role = roles.owned(field);
    // Tables and loggers are in every class, whoever uses it.
    if (role.isEmpty() || role.get() == Role.REGISTRY) {
      return;
    }
    String text =
        "it uses its " + Roles.word(role.get()) + " " + field.qualified() + " under the lock";
    if (Roles.ownedByOne(role.get()) && !roles.stream(field.owner())) {
      clues.strong(text);
    } else {
      clues.intent(text);
    }
  }

  /** The field of {@code this} that an access path begins with. */
  private static Optional<FieldRef> firstField(Value value) {
    if (!(value instanceof Value.FieldOf field) || field.base().isEmpty()) {
      return Optional.empty();
    }
    return field.base().get() instanceof Value.Parameter parameter && parameter.index() == 0
        ? Optional.of(field.field())
        : firstField(field.base().get());
  }

  private boolean ofSameObject(String type, FieldRef field) {
    String owner = names.declared(field).owner();
    return linked.subtype(type, owner) || linked.subtype(owner, type);
  }
}
