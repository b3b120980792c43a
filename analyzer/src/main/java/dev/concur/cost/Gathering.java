package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Putting the result of a round with those of others, behind a method of the object that keeps them
 * or into the list of a group: what a collector does as well, in whatever order the rounds end.
 */
final class Gathering {

  private final Linked linked;
  private final Summaries summaries;
  private final Changes changes;

  Gathering(Linked linked, Summaries summaries, Changes changes) {
    this.linked = linked;
    this.summaries = summaries;
    this.changes = changes;
  }

  /** Whether all that a method does is to add to collections of its object, for nobody's answer. */
  boolean only(MethodFacts body) {
    Tally tally = summaries.of(body);
    return body.ref().descriptor().endsWith(")V")
        && tally.writes.isEmpty()
        && tally.changes.keySet().equals(Set.of(0))
        && !body.isStatic()
        && body.calls().stream().allMatch(call -> adds(body, call));
  }

  private boolean adds(MethodFacts body, Op.Call call) {
    List<MethodFacts> bodies = linked.targets(body, call).bodies();
    return bodies.isEmpty()
        ? changes.of(body, call).isEmpty() || Stages.GATHERS.matcher(call.callee().name()).matches()
        : bodies.stream().allMatch(this::changesNothing);
  }

  /** Whether nobody else's state is changed; a constructor sets up an object of its own. */
  private boolean changesNothing(MethodFacts body) {
    Tally tally = summaries.of(body);
    Set<Integer> own = body.ref().constructor() ? Set.of(0) : Set.of();
    return own.containsAll(tally.writes.keySet()) && tally.changes.isEmpty();
  }

  /**
   * Whether a call looks up the collection of a group, or makes an empty one, and all that is done
   * with it is to add to it.
   */
  boolean groups(MethodFacts in, Op.Call call) {
    if (!call.callee().name().equals("computeIfAbsent") || call.parameters() != 2) {
      return false;
    }
    Value group = new Value.Result(call.id(), call.callee());
    List<Op.Call> uses =
        in.calls().stream().filter(use -> use.arguments().contains(group)).toList();
    return makesEmpty(call.parameter(1))
        && !uses.isEmpty()
        && uses.stream()
            .allMatch(
                use ->
                    use.receiver().filter(group::equals).isPresent()
                        && Stages.GATHERS.matcher(use.callee().name()).matches());
  }

  /** Whether a function makes a collection of the JDK with nothing in it. */
  private boolean makesEmpty(Value function) {
    if (!(function instanceof Value.Lambda lambda)) {
      return false;
    }
    if (lambda.body().constructor()) {
      return collection(lambda.body().owner());
    }
    Optional<MethodFacts> body = linked.body(lambda.body());
    List<Op.Call> calls = body.map(MethodFacts::calls).orElse(List.of());
    return calls.size() == 1
        && calls.get(0).callee().constructor()
        && calls.get(0).parameters() == 0
        && collection(calls.get(0).callee().owner());
  }

  private boolean collection(String type) {
    return linked.facts().inJdk(type) && linked.subtype(type, "java.util.Collection");
  }
}
