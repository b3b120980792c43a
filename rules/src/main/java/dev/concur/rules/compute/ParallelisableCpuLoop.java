package dev.concur.rules.compute;

import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A heavy computing loop whose rounds are independent, on one core. */
public final class ParallelisableCpuLoop implements LoopRule {

  // A hundred times what starting a parallel stream costs; see the page, "Threshold".
  private static final double WORTH_NANOS = 1_000_000;

  // A loop whose rounds are counted needs no such margin; see the page, "Threshold".
  private static final double WORTH_COUNTED_NANOS = 500_000;

  // Computing of no known kind is a guess about the sizes of collections; see the page,
  // "Threshold".
  private static final double WORTH_GUESSED_NANOS = 10_000_000;

  // Waiting needs another remedy than cores.
  private static final double MOSTLY_COMPUTING = 0.1;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (loop.recursion()
        || loop.parallel()
        || !loop.independent()
        || !loop.counted()
        || loop.trips().middle() < 2) {
      return;
    }
    if (program.runners(loop.at().methodRef()).equals(Set.of(Runner.COMMON_POOL))) {
      return; // it is a part of something that is shared out over the cores already
    }
    Cost whole = loop.whole();
    if (loop.path() != Path.HOT
        || whole.cpu().middle() < worth(loop)
        || whole.waitShare() > MOSTLY_COMPUTING) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "%.0f independent rounds of %s compute on one core",
            loop.trips().middle(), Words.time(loop.body().cpu().middle()))
        .because(evidence(loop));
  }

  private static double worth(Loop loop) {
    if (loop.trips().low() == loop.trips().high()) {
      return WORTH_COUNTED_NANOS;
    }
    boolean known =
        loop.all(Happening.Computes.class).stream()
            .findFirst()
            .filter(heaviest -> heaviest.kind() != Kind.OTHER)
            .isPresent();
    return known ? WORTH_NANOS : WORTH_GUESSED_NANOS;
  }

  private static List<Spot> evidence(Loop loop) {
    List<Spot> spots = new ArrayList<>();
    loop.all(Happening.Computes.class).stream()
        .findFirst()
        .ifPresent(computes -> spots.addAll(computes.chain()));
    spots.addAll(loop.cautions());
    return spots;
  }
}
