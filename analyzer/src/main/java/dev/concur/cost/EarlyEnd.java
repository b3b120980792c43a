package dev.concur.cost;

import dev.concur.model.Path;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a loop may end before its last element: who may stop at one looks at the next only
 * because that one would not do.
 */
final class EarlyEnd {

  private final MethodFacts method;
  private final LoopFacts loop;
  private final Set<Integer> inside;

  EarlyEnd(MethodFacts method, LoopFacts loop, Set<Integer> inside) {
    this.method = method;
    this.loop = loop;
    this.inside = inside;
  }

  Optional<Spot> find() {
    List<Block> exits =
        method.blocks().stream()
            .filter(block -> inside.contains(block.index()) && block.path() != Path.ERROR)
            .filter(block -> block.successors().stream().anyMatch(this::leaves))
            .toList();
    boolean early = exits.size() > 1 || (exits.size() == 1 && giveUp(exits.get(0)));
    return early
        ? Optional.of(
            method.spot(line(exits.get(exits.size() - 1)), "may end before the last element"))
        : Optional.empty();
  }

  /** Whether the loop ends well on the way only: to come to its last round is to have failed. */
  private boolean giveUp(Block exit) {
    return exit.index() != loop.header()
        && method.blocks().get(loop.header()).successors().stream()
            .anyMatch(to -> !inside.contains(to));
  }

  private boolean leaves(int to) {
    return !inside.contains(to) && method.blocks().get(to).path() != Path.ERROR;
  }

  private static int line(Block block) {
    return block.ops().isEmpty() ? 0 : block.ops().get(block.ops().size() - 1).line();
  }
}
