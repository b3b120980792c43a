package dev.concur.cost;

import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What each round of a loop has for itself: its number, its element, its places in arrays. */
final class LoopRounds implements Totals.Of {

  /** Taking the next element. */
  private static final Pattern WALKS = Pattern.compile("next|nextElement");

  private final MethodFacts method;
  private final LoopFacts loop;
  private final Set<Integer> inside;
  private final Drains drains;
  private final Places places;

  LoopRounds(
      MethodFacts method, LoopFacts loop, Set<Integer> inside, Drains drains, Places places) {
    this.method = method;
    this.loop = loop;
    this.inside = inside;
    this.drains = drains;
    this.places = places;
  }

  @Override
  public boolean own(Value value) {
    if (value instanceof Value.Element element) {
      return countedThrough(element.array());
    }
    return drains.taken(value)
        || (value instanceof Value.Result result
            && (WALKS.matcher(result.callee().name()).matches() || nthOfList(result)));
  }

  /** Whether each round takes the element of its number. */
  private boolean countedThrough(Value array) {
    List<Op.ArrayRead> reads =
        inside.stream()
            .flatMap(index -> method.blocks().get(index).ops().stream())
            .filter(Op.ArrayRead.class::isInstance)
            .map(Op.ArrayRead.class::cast)
            .filter(read -> read.array().equals(array))
            .toList();
    return !reads.isEmpty() && reads.stream().allMatch(read -> counter(read.index()));
  }

  private boolean nthOfList(Value.Result result) {
    return result.callee().name().equals("get")
        && method
            .call(result.op())
            .filter(call -> call.parameters() == 1 && counter(call.parameter(0)))
            .isPresent();
  }

  @Override
  public boolean own(Op.ArrayWrite write) {
    return counter(write.index()) || places.own(write);
  }

  @Override
  public boolean counter(Value value) {
    return value instanceof Value.Phi phi && loop.variables().contains(phi.index());
  }
}
