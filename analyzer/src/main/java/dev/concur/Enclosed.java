package dev.concur;

import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that are written inside a method: itself, its lambdas, its anonymous and local
 * classes.
 */
final class Enclosed {

  private final Map<String, ClassFacts> classes;
  private final Set<MethodRef> found = new LinkedHashSet<>();

  Enclosed(Map<String, ClassFacts> classes) {
    this.classes = classes;
  }

  Set<MethodRef> in(MethodFacts method) {
    if (found.add(method.ref())) {
      method.blocks().stream()
          .flatMap(block -> block.ops().stream())
          .flatMap(Enclosed::values)
          .forEach(value -> enter(value, method));
      method.phis().stream().flatMap(List::stream).forEach(value -> enter(value, method));
    }
    return found;
  }

  private void enter(Value value, MethodFacts method) {
    if (value instanceof Value.Lambda lambda) {
      lambda.captured().forEach(each -> enter(each, method));
      if (lambda.body().name().startsWith("lambda$")) {
        find(lambda.body()).ifPresent(this::in);
      }
    } else if (value instanceof Value.New made && isLocal(made.type(), method.ref().owner())) {
      Optional.ofNullable(classes.get(made.type()))
          .ifPresent(type -> type.methods().forEach(this::in));
    }
  }

  /** Compilers number anonymous and local classes: {@code Outer$1}, {@code Outer$1Local}. */
  private static boolean isLocal(String type, String owner) {
    return type.startsWith(owner + "$")
        && type.length() > owner.length() + 1
        && Character.isDigit(type.charAt(owner.length() + 1));
  }

  private Optional<MethodFacts> find(MethodRef ref) {
    return Optional.ofNullable(classes.get(ref.owner())).stream()
        .flatMap(type -> type.methods().stream())
        .filter(each -> each.ref().equals(ref))
        .findFirst();
  }

  private static Stream<Value> values(Op op) {
    if (op instanceof Op.Call call) {
      return call.arguments().stream();
    }
    if (op instanceof Op.FieldWrite write) {
      return Stream.of(write.value());
    }
    if (op instanceof Op.ArrayWrite write) {
      return Stream.of(write.value());
    }
    return op instanceof Op.Return returned ? returned.value().stream() : Stream.empty();
  }
}
