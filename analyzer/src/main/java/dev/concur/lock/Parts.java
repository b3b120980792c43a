package dev.concur.lock;

import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an object: what its constructor makes for a final field of it and what nobody else has.
 * Two parts of one class have states of their own, and the fields of such a part are named by the
 * way to it: {@code a.b.Board.sales.values} and not {@code a.b.Curve.values}.
 */
final class Parts {

  private static final int PRIVATE = 0x0002;

  private final Linked linked;
  private final LockNames names;
  private final Map<FieldRef, Boolean> known = new HashMap<>();

  Parts(Linked linked, LockNames names) {
    this.linked = linked;
    this.names = names;
  }

  /**
   * The name of the part on which a call is made; empty when it is made on something else.
   *
   * @param within the name of the part whose method makes the call; empty when it is no part
   */
  Optional<String> of(MethodFacts in, Op.Call call, String within) {
    Value called = call.receiver().orElse(null);
    if (self(in, called)) {
      return within.isEmpty() ? Optional.empty() : Optional.of(within);
    }
    if (!(called instanceof Value.FieldOf field)
        || field.base().filter(base -> self(in, base)).isEmpty()) {
      return Optional.empty();
    }
    FieldRef declared = names.declared(field.field());
    boolean part = known.computeIfAbsent(declared, this::made);
    return part
        ? Optional.of((within.isEmpty() ? declared.owner() : within) + "." + declared.name())
        : Optional.empty();
  }

  /** A field of a class as a field of a part of that class; fields of others stay. */
  static String within(String part, String type, String field) {
    boolean own = field.startsWith(type + ".") && field.indexOf('.', type.length() + 1) < 0;
    return own ? part + field.substring(type.length()) : field;
  }

  private static boolean self(MethodFacts in, @Nullable Value value) {
    return value instanceof Value.Parameter parameter && parameter.index() == 0 && !in.isStatic();
  }

  /** Whether a field only ever holds what was made for it, and its class gives that to nobody. */
  private boolean made(FieldRef field) {
    Optional<ClassFacts> type = linked.type(field.owner());
    boolean hidden =
        type.stream()
            .flatMap(facts -> facts.fields().stream())
            .filter(facts -> facts.ref().equals(field))
            .anyMatch(Parts::hidden);
    return hidden
        && !linked.writes(field).isEmpty()
        && linked.writes(field).stream().allMatch(this::madeForIt)
        && type.stream()
            .flatMap(facts -> facts.methods().stream())
            .noneMatch(
                method ->
                    gives(method, value -> holds(value, field))
                        || ops(method).anyMatch(op -> puts(op, field)));
  }

  private boolean madeForIt(FieldWriteSite site) {
    return site.in().ref().constructor()
        && site.write().value() instanceof Value.New made
        && linked.facts().isRoot(made.type())
        && !gives(site.in(), made::equals)
        && ops(site.in()).filter(op -> op.keeps(made)).count() == 1;
  }

  private static boolean hidden(FieldFacts field) {
    return (field.access() & PRIVATE) != 0 && Classes.isFinal(field) && !Classes.isStatic(field);
  }

  private static boolean holds(Value value, FieldRef field) {
    return value instanceof Value.FieldOf held && held.field().equals(field);
  }

  /** Whether what one field holds is put into a field. */
  private static boolean puts(Op op, FieldRef field) {
    return op instanceof Op.FieldWrite write && holds(write.value(), field);
  }

  private static Stream<Op> ops(MethodFacts method) {
    return method.blocks().stream().flatMap(block -> block.ops().stream());
  }

  /** Whether a method hands something on: returns it, gives it to a call, or puts it elsewhere. */
  private static boolean gives(MethodFacts method, Predicate<Value> which) {
    return ops(method)
        .flatMap(op -> given(op).stream())
        .anyMatch(
            value ->
                which.test(value)
                    || (value instanceof Value.Lambda lambda
                        && lambda.captured().stream().anyMatch(which)));
  }

  private static List<Value> given(Op op) {
    if (op instanceof Op.Call call) {
      return call.arguments().stream().skip(call.how() == Op.How.STATIC ? 0 : 1).toList();
    }
    if (op instanceof Op.ArrayWrite write) {
      return List.of(write.value());
    }
    return op instanceof Op.Return result ? result.value().stream().toList() : List.of();
  }
}
