package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says whose state an object belongs to, a parameter's, static, or only the method's own, also when
 * the object came out of a getter, a collection or a holder: what a map gives out is still in it.
 *
 * <p>What a call makes belongs to its caller. Calls without a body are taken to make what they
 * return, unless they are lookups of the JDK's collections and holders.
 */
final class Owners {

  /** Static state, where a number names a parameter. */
  static final int STATIC = -1;

  /** With more bodies than this nobody can say where a result came from. */
  private static final int BODIES = 3;

  /** Getters that call getters; ours. */
  private static final int DEEP = 4;

  /** Lookups that leave the object where it is, by the names that the JDK gives to them. */
  private static final Pattern LOOKS_UP =
      Pattern.compile("get|getOrDefault|computeIfAbsent|peek|element|first|last|getFirst|getLast");

  private static final Set<String> HOLDERS =
      Set.of(
          "java.lang.ThreadLocal",
          "java.lang.ref.Reference",
          "java.util.Collection",
          "java.util.Map",
          "java.util.Optional",
          "java.util.concurrent.atomic.AtomicReference");

  private final Linked linked;
  private final PerMethod<OptionalInt> returned = new PerMethod<>();

  Owners(Linked linked) {
    this.linked = linked;
  }

  /**
   * Index of the parameter that leads to this object, {@link #STATIC} for static state; empty for
   * what the method made itself.
   */
  Optional<Integer> root(MethodFacts in, Value value) {
    return boxed(root(in, value, 0));
  }

  /**
   * The argument of a call that its result was taken out of and still belongs to, {@link #STATIC}
   * for static state; empty for a result that the call made.
   */
  OptionalInt givenOut(MethodFacts in, Op.Call call) {
    return givenOut(in, call, 0);
  }

  private OptionalInt root(MethodFacts in, Value value, int depth) {
    if (depth > Value.DEPTH) {
      return OptionalInt.of(STATIC);
    }
    if (value instanceof Value.Parameter parameter) {
      return OptionalInt.of(parameter.index());
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty()
          ? OptionalInt.of(STATIC)
          : root(in, field.base().get(), depth + 1);
    }
    if (value instanceof Value.Element element) {
      return root(in, element.array(), depth + 1);
    }
    if (value instanceof Value.Result result) {
      return in.call(result.op())
          .map(call -> ofResult(in, call, depth))
          .orElse(OptionalInt.empty());
    }
    if (value instanceof Value.Phi phi) {
      for (Value input : in.phis().get(phi.index())) {
        OptionalInt found =
            input instanceof Value.Phi ? OptionalInt.empty() : root(in, input, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt ofResult(MethodFacts in, Op.Call call, int depth) {
    OptionalInt from = givenOut(in, call, depth);
    boolean argument = from.isPresent() && from.getAsInt() != STATIC;
    return argument ? root(in, call.arguments().get(from.getAsInt()), depth + 1) : from;
  }

  private OptionalInt givenOut(MethodFacts in, Op.Call call, int depth) {
    if (!call.callee().descriptor().endsWith(";")) {
      return OptionalInt.empty();
    }
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    if (bodies.isEmpty()) {
      return lookup(call) ? OptionalInt.of(0) : OptionalInt.empty();
    }
    if (bodies.size() > BODIES || depth > DEEP) {
      return OptionalInt.empty();
    }
    return bodies.stream()
        .map(body -> returned(body, depth))
        .flatMapToInt(OptionalInt::stream)
        .filter(index -> index < call.arguments().size())
        .findFirst();
  }

  private boolean lookup(Op.Call call) {
    return call.receiver().isPresent()
        && LOOKS_UP.matcher(call.callee().name()).matches()
        && (HOLDERS.contains(call.callee().owner())
            || linked.facts().supertypes(call.callee().owner()).stream()
                .anyMatch(HOLDERS::contains));
  }

  /** Whose the object is that a body returns, in terms of its parameters. */
  private OptionalInt returned(MethodFacts body, int depth) {
    OptionalInt known = returned.get(body);
    if (known == null) {
      known =
          answers(body).stream()
              .map(value -> root(body, value, depth + 1))
              .flatMapToInt(OptionalInt::stream)
              .findFirst();
      // What was cut off on the way down may be more when it is asked for itself.
      if (depth == 0) {
        returned.put(body, known);
      }
    }
    return known;
  }

  private static List<Value> answers(MethodFacts body) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < body.blocks().size(); i++) {
      for (Op op : body.blocks().get(i).ops()) {
        if (op instanceof Op.Return end) {
          end.value().ifPresent(values::add);
        }
      }
    }
    return values;
  }

  private static Optional<Integer> boxed(OptionalInt index) {
    return index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty();
  }
}
