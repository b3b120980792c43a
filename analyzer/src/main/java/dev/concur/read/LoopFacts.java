package dev.concur.read;

import dev.concur.model.Loop;
import java.util.List;

/**
 * One natural loop.
 *
 * @param index position in {@link MethodFacts#loops()}
 * @param parent the loop around it, -1 for none
 * @param header its first block
 * @param line line of its head, 0 when unknown
 * @param trip how the number of iterations is bound
 * @param count iterations when constant; when bound by data, the size of the steps if larger than
 *     one; else 0
 * @param over what it runs over (an array, a collection, an iterator, a bound), {@link
 *     Value.Opaque} when unknown
 * @param variables phis of its header: what an iteration may find as the one before left it
 */
public record LoopFacts(
    int index,
    int parent,
    int header,
    int line,
    Loop.Trip trip,
    double count,
    Value over,
    List<Integer> variables) {
  public LoopFacts {
    variables = List.copyOf(variables);
  }
}
