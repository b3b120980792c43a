package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * Classes of the program whose objects collections are full of: orders, lines, readings. Found from
 * calls on what an iterator or a list gives, and from callbacks that are given them one by one.
 */
final class Members {

  private static final Set<String> GIVES =
      Set.of("next", "get", "getValue", "poll", "remove", "getFirst", "getLast", "pop");

  private final Linked linked;
  private final Set<String> found = new HashSet<>();
  private boolean looked;

  Members(Linked linked) {
    this.linked = linked;
  }

  boolean contains(String type) {
    if (!looked) {
      looked = true;
      linked.roots().forEach(this::look);
    }
    return found.contains(type);
  }

  private void look(MethodFacts method) {
    for (Op.Call call : method.calls()) {
      call.receiver()
          .filter(receiver -> taken(receiver) || handedToLambda(method, receiver))
          .ifPresent(receiver -> add(call.callee().owner()));
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.Lambda reference
            && reference.how() == Op.How.VIRTUAL
            && reference.captured().isEmpty()
            && reference.interfaceName().startsWith("java.util.function.")) {
          add(reference.body().owner());
        }
      }
    }
  }

  /** What many are kept of and is called by its class; what is called by an interface acts. */
  private void add(String type) {
    if (linked.facts().isRoot(type)
        && linked.type(type).filter(known -> !known.isInterface()).isPresent()) {
      found.add(type);
      // What an element inherits belongs to the element as well.
      linked.type(type).ifPresent(known -> add(known.superName()));
    }
  }

  private static boolean taken(Value receiver) {
    return receiver instanceof Value.Result result
        && result.callee().owner().startsWith("java.util.")
        && GIVES.contains(result.callee().name());
  }

  /** Whether it is an argument of a lambda, not what the lambda has captured. */
  private boolean handedToLambda(MethodFacts method, Value receiver) {
    return method.isSynthetic()
        && receiver instanceof Value.Parameter parameter
        && linked.lambdas(method.ref()).stream()
            .map(made -> (Value.Lambda) made.value())
            .anyMatch(
                made ->
                    made.captured().size() <= parameter.index()
                        && made.interfaceName().startsWith("java.util.function."));
  }
}
