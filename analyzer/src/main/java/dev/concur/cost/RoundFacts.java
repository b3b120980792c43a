package dev.concur.cost;

import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is known of the rounds of a loop, or of the elements that a function is given.
 *
 * @param header the block in which a round begins
 * @param variables phis of the header
 * @param inside indexes of the blocks of a round
 * @param round what is done in one of them
 * @param tied operations that tie them together
 * @param free whether a variable is known before a round begins
 * @param walked whether a value is only what the rounds take their elements from
 * @param element whether a value is what a round is about
 * @param often how often a block runs in a round
 */
record RoundFacts(
    int header,
    List<Integer> variables,
    Set<Integer> inside,
    Round round,
    Set<Integer> tied,
    IntPredicate free,
    Predicate<Value> walked,
    Predicate<Value> element,
    ToDoubleFunction<Block> often) {

  /**
   * The elements that a function is given, behind so many parameters that are one for all.
   *
   * @param tied operations that change what is one for all
   */
  static RoundFacts ofElements(
      Summaries summaries, MethodFacts function, int shared, Round round, Set<Integer> tied) {
    Set<Integer> all = all(function);
    return new RoundFacts(
        0,
        List.of(),
        all,
        round,
        tied,
        variable -> true,
        value -> false,
        value -> value instanceof Value.Parameter given && given.index() >= shared,
        block -> summaries.times(function, block).middle());
  }

  /** All blocks of a function. */
  static Set<Integer> all(MethodFacts function) {
    return function.blocks().stream().map(Block::index).collect(Collectors.toUnmodifiableSet());
  }

  /** What elements have of their own behind so many parameters that are one for all. */
  static Totals.Of elementsOf(int shared) {
    return new Totals.Of() {
      @Override
      public boolean own(Value value) {
        return value instanceof Value.Parameter given && given.index() >= shared;
      }

      @Override
      public boolean own(Op.ArrayWrite write) {
        return false;
      }

      @Override
      public boolean counter(Value value) {
        return false;
      }
    };
  }
}
