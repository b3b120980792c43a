package dev.concur.lock;

import dev.concur.cost.Costs;
import dev.concur.model.Loop;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;

/**
 * How often a block runs in one execution of its method.
 *
 * @param surely by branches and by loops that count to a constant
 * @param few times the rounds of the loops that nobody says the number of
 */
record Rounds(double surely, double few) {

  /** Rounds of a loop over a collection: most collections inside a program are small. */
  private static final double FEW = 10;

  /** Who asks for so many rounds sets no limit. */
  private static final double NO_LIMIT = 1e8;

  /** Once, as often as branches lead there. */
  static Rounds of(Block block) {
    return new Rounds(block.frequency(), 1);
  }

  static Rounds of(Costs costs, MethodFacts in, Block block) {
    double exact = 1;
    double guess = 1;
    for (int i = block.loop(); i >= 0; i = in.loops().get(i).parent()) {
      LoopFacts loop = in.loops().get(i);
      exact *= loop.trip() == Loop.Trip.CONSTANT ? Math.max(1, loop.count()) : 1;
      guess = Math.max(guess, guess(costs, in, block, loop));
    }
    double most = Math.max(1, costs.repeats(in, block) / exact);
    return new Rounds(block.frequency() * exact, Math.min(guess, most));
  }

  /**
   * What callers ask for by a number, an array of numbers or the ends of a range takes as long as
   * costs say.
   */
  private static double guess(Costs costs, MethodFacts in, Block block, LoopFacts loop) {
    if (loop.trip() == Loop.Trip.CONSTANT) {
      return 1;
    }
    boolean asked =
        loop.over() instanceof Value.Parameter parameter
            && (parameter.index() > 0 || in.isStatic())
            && !parameter.type().endsWith(";");
    boolean range = costs.ofRange(in, loop);
    return (asked || range) && costs.repeats(in, block) < NO_LIMIT ? Double.MAX_VALUE : FEW;
  }

  /** Executions in all. */
  double times() {
    return surely * few;
  }

  /** Executions per execution of another block. */
  Rounds per(Rounds other) {
    return new Rounds(surely / other.surely, Math.max(1, few / other.few));
  }
}
