package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;

/** How often the blocks of a loop run in one of its rounds, inner loops multiplied. */
final class PerRound {

  private final Summaries summaries;
  private final MethodFacts method;
  private final double entered;
  private final double rounds;

  PerRound(Summaries summaries, MethodFacts method, LoopFacts loop) {
    this.summaries = summaries;
    this.method = method;
    this.entered = Math.max(1e-9, method.blocks().get(loop.header()).frequency());
    Interval around = summaries.trips(method, loop);
    for (int at = loop.parent(); at >= 0; at = method.loops().get(at).parent()) {
      around = around.times(summaries.trips(method, method.loops().get(at)));
    }
    this.rounds = around.middle();
  }

  double of(Block block) {
    return block.frequency() / entered * summaries.repeats(method, block).middle() / rounds;
  }
}
