package dev.concur.rules.async;

import dev.concur.model.Bound;
import dev.concur.model.HandOff;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import java.util.List;

/** Computing that is handed to another thread, and waited for at once. */
public final class AsyncOverCpu implements HandOffRule {

  // What a task that is waited for at once costs besides its work; see the page, "Threshold".
  private static final double HAND_OVER_NANOS = 50_000;

  // A few instructions: no work that somebody could do himself. See the page,
  // "Threshold".
  private static final double NOTHING_NANOS = 10;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (!handOff.joined() || heavyStageBefore(handOff, program)) {
      return;
    }
    handOff
        .task()
        .filter(task -> task.bound() == Bound.CPU || task.bound() == Bound.LIGHT)
        .filter(AsyncOverCpu::works)
        .ifPresent(
            task ->
                facets
                    .at(handOff.at())
                    .saying("one thread computes while the other waits for it: nothing overlaps")
                    .confidence(task.confidence())
                    .because(List.of(handOff.at(), task.at())));
  }

  /**
   * Whether there is anything to compute. A task that does nothing is waited for because of what it
   * waits for: its turn behind others, or a time.
   */
  private static boolean works(Label task) {
    return task.cost().filter(cost -> cost.cpu().middle() < NOTHING_NANOS).isEmpty();
  }

  /**
   * Whether it is one of stages of which an earlier one computes for longer than handing over
   * takes: then what is waited for is not this task, and what handing over costs is little beside
   * it.
   */
  private static boolean heavyStageBefore(HandOff handOff, Program program) {
    return program.handOffs().stream()
        .filter(stage -> stage.at().methodRef().equals(handOff.at().methodRef()))
        .takeWhile(stage -> !stage.equals(handOff))
        .flatMap(stage -> stage.cost().stream())
        .anyMatch(cost -> cost.cpu().middle() > HAND_OVER_NANOS);
  }
}
