package dev.concur.rules.async;

import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.CallRule;
import dev.concur.rule.Facets;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waiting for a device on an event loop or on the thread of a user interface. */
public final class BlockingOnEventLoop implements CallRule {

  // People notice a tenth of a second, and a loop serves a hundred; see the page, "Threshold".
  private static final double STALLS_NANOS = 1_000_000;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(Program.Call call, Label caller, Program program, Facets facets) {
    if (call.joins() || call.path() != Path.HOT || !entry(program, caller)) {
      return;
    }
    Optional<Label> waits = call.label().filter(BlockingOnEventLoop::stalls);
    waits.ifPresent(callee -> accuse(call, caller, callee, facets));
  }

  /** Said once, where the loop calls in, and not again for every method below. */
  private static boolean entry(Program program, Label caller) {
    return LoopThreads.only(program, caller.method())
        && program.entries().stream()
            .anyMatch(entry -> entry.at().methodRef().equals(caller.method()));
  }

  /** A modal dialog waits for a person too, but runs a loop of its own meanwhile. */
  private static boolean stopsTheLoop(Kind kind) {
    return kind.outside() && kind != Kind.INPUT;
  }

  private static boolean stalls(Label callee) {
    return callee.blocking()
        && !callee.async()
        && callee.kinds().stream().anyMatch(BlockingOnEventLoop::stopsTheLoop)
        && callee.cost().filter(cost -> cost.waiting().middle() >= STALLS_NANOS).isPresent();
  }

  private static void accuse(Program.Call call, Label caller, Label callee, Facets facets) {
    List<Spot> evidence = new ArrayList<>(List.of(caller.at(), call.at()));
    evidence.addAll(callee.evidence());
    facets
        .at(call.at())
        .saying(
            "%s waits %s for the %s on a thread that serves everybody else meanwhile",
            call.callee().name(),
            Words.time(callee.cost().orElseThrow().waiting().middle()),
            callee.kinds().stream()
                .filter(BlockingOnEventLoop::stopsTheLoop)
                .findFirst()
                .orElseThrow()
                .word())
        .confidence(callee.confidence())
        .because(evidence);
  }
}
