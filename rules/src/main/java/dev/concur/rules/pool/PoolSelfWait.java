package dev.concur.rules.pool;

import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import java.util.ArrayList;
import java.util.List;

/** A task that waits for another task of the pool it runs on. */
public final class PoolSelfWait implements HandOffRule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean safety() {
    return true;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    if (!bounded(handOff.executor())) {
      return;
    }
    for (Happening.Waits wait : handOff.all(Happening.Waits.class)) {
      if (wait.kind() == Kind.LOCK && !wait.bounded()) {
        List<HandOff> inner = handedOverBefore(wait, program);
        if (!inner.isEmpty() && inner.stream().allMatch(other -> samePool(handOff, other))) {
          accuse(handOff, inner.get(0), wait, facets);
          return;
        }
      }
    }
  }

  /** Only a pool of known name and limited size can be full of tasks that wait for it. */
  private static boolean bounded(Executor executor) {
    return !executor.identity().isEmpty()
        && switch (executor.kind()) {
          case FIXED, CORES, SINGLE -> true;
          default -> false;
        };
  }

  /**
   * What is handed over in the method that then waits; when all of it goes to one pool, so does
   * what it waits for.
   */
  private static List<HandOff> handedOverBefore(Happening.Waits wait, Program program) {
    List<HandOff> found = new ArrayList<>();
    for (Spot step : wait.chain()) {
      MethodRef method = step.methodRef();
      program.handOffs().stream()
          .filter(other -> other.at().methodRef().equals(method))
          .filter(other -> other.at().line() <= step.line())
          .forEach(found::add);
    }
    return found;
  }

  private static boolean samePool(HandOff one, HandOff other) {
    return one.executor().identity().equals(other.executor().identity());
  }

  private static void accuse(HandOff outer, HandOff inner, Happening.Waits wait, Facets facets) {
    List<Spot> evidence = new ArrayList<>(List.of(outer.at(), inner.at()));
    evidence.addAll(wait.chain());
    facets
        .at(outer.at())
        .saying(
            "a task of %s waits for another task of the same pool: when all its threads wait so, none"
                + " is left to end it",
            Pools.words(outer.executor()))
        .because(evidence);
  }
}
