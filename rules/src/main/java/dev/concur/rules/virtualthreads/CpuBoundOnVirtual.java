package dev.concur.rules.virtualthreads;

import dev.concur.model.Bound;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.Releases;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;

/** Computing on virtual threads, which never give their carrier back while they compute. */
public final class CpuBoundOnVirtual implements HandOffRule {

  // A carrier kept for longer delays every other virtual thread by that much; see the page,
  // "Threshold".
  private static final double HOGS_NANOS = 1_000_000;

  // Tasks that are handed over together keep all carriers until the last of them is done.
  private static final double HOG_TOGETHER_NANOS = 5_000_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Releases releases() {
    return Releases.since(21);
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    Executor.Kind kind = handOff.executor().kind();
    if (kind != Executor.Kind.VIRTUAL && kind != Executor.Kind.POOLED_VIRTUAL) {
      return;
    }
    handOff
        .task()
        .filter(task -> hogs(task, handOff.times().middle()))
        .ifPresent(task -> accuse(handOff, task, facets));
  }

  private static boolean hogs(Label task, double times) {
    double cpu = task.cost().map(cost -> cost.cpu().middle()).orElse(0.0);
    return task.bound() == Bound.CPU && (cpu >= HOGS_NANOS || cpu * times >= HOG_TOGETHER_NANOS);
  }

  private static void accuse(HandOff handOff, Label task, Facets facets) {
    double cpu = task.cost().orElseThrow().cpu().middle();
    facets
        .at(handOff.at())
        .saying(
            "a virtual thread computes for %s without waiting: it keeps its carrier from all others",
            Words.time(cpu))
        .confidence(task.confidence())
        .because(evidence(handOff, task));
  }

  private static List<Spot> evidence(HandOff handOff, Label task) {
    List<Spot> spots = new ArrayList<>();
    spots.add(handOff.at());
    spots.add(task.at());
    handOff.all(Happening.Computes.class).stream()
        .findFirst()
        .ifPresent(computes -> spots.addAll(computes.chain()));
    return spots;
  }
}
