package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows values through getters and methods that return what they were given, so that equal
 * objects get equal names.
 */
final class Returns {

  /** Getters of getters; deeper chains are left as they are. */
  private static final int DEPTH = 4;

  /** More bodies than this and a call does not return one known thing. */
  private static final int BODIES = 8;

  private static final Set<String> SAME =
      Set.of("requireNonNull", "requireNonNullElse", "checkNotNull", "cast");

  private final Linked linked;
  private final PerMethod<Optional<Value>> known = new PerMethod<>();

  Returns(Linked linked) {
    this.linked = linked;
  }

  /** The operations of a method by id. */
  Ops ops(MethodFacts method) {
    return new Ops(method);
  }

  /** The same value in its simplest form. */
  Value simplest(MethodFacts in, Value value) {
    return simplest(in, value, DEPTH);
  }

  private Value simplest(MethodFacts in, Value value, int depth) {
    if (depth == 0) {
      return value;
    }
    if (value instanceof Value.Result result) {
      return ops(in)
          .call(result.op())
          .flatMap(call -> returned(in, call, depth))
          .map(found -> simplest(in, found, depth - 1))
          .orElse(value);
    }
    if (value instanceof Value.FieldOf field && field.base().isPresent()) {
      Value base = simplest(in, field.base().get(), depth - 1);
      return new Value.FieldOf(field.field(), Optional.of(base));
    }
    if (value instanceof Value.Element element) {
      return new Value.Element(simplest(in, element.array(), depth - 1));
    }
    if (value instanceof Value.Phi) {
      Set<Value> inputs = new LinkedHashSet<>();
      ops(in).inputs(value).forEach(input -> inputs.add(simplest(in, input, depth - 1)));
      inputs.remove(new Value.Null());
      return inputs.size() == 1 ? inputs.iterator().next() : value;
    }
    return value;
  }

  private Optional<Value> returned(MethodFacts in, Op.Call call, int depth) {
    if (call.how() == Op.How.STATIC
        && call.parameters() > 0
        && SAME.contains(call.callee().name())) {
      return Optional.of(call.parameter(0));
    }
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    if (bodies.isEmpty() || bodies.size() > BODIES) {
      return Optional.empty();
    }
    Set<Optional<Value>> found = new LinkedHashSet<>();
    for (MethodFacts body : bodies) {
      found.add(of(body, depth - 1).flatMap(value -> Terms.inCaller(value, call.arguments())));
    }
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }

  private Optional<Value> of(MethodFacts body, int depth) {
    Optional<Value> cached = known.get(body);
    if (cached != null) {
      return cached;
    }
    known.put(body, Optional.empty());
    Optional<Value> found = single(body, depth);
    known.put(body, found);
    return found;
  }

  private Optional<Value> single(MethodFacts body, int depth) {
    List<Value> returned = new ArrayList<>();
    for (var block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Return result && result.value().isPresent()) {
          Value value = simplest(body, result.value().get(), depth);
          if (!returned.contains(value)) {
            returned.add(value);
          }
        }
      }
    }
    return returned.size() == 1 && Terms.portable(returned.get(0))
        ? Optional.of(returned.get(0))
        : Optional.empty();
  }
}
