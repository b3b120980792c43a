package dev.concur.rules.async;

import dev.concur.model.Cost;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.CachedFiles;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.OwnObjects;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service that takes what comes, one by one, and waits or computes for each before it takes the
 * next.
 */
public final class OneByOne implements LoopRule {

  // A question to somebody else and its answer; see the page, "Threshold".
  private static final double ROUND_TRIP_NANOS = 200_000;

  // Worth handing over one by one; see the page, "Threshold".
  private static final double WORTH_NANOS = 20_000;

  private static final Set<Kind> OUTSIDE =
      EnumSet.of(Kind.NETWORK, Kind.DATABASE, Kind.PROCESS, Kind.DISK);

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!loop.service() || !loop.independent() || loop.path() == Path.ERROR) {
      return;
    }
    if (!byOneThread(loop, program)) {
      return;
    }
    Optional<Happening.Waits> wait = wait(loop);
    if (wait.isPresent()) {
      accuse(
          loop,
          facets,
          "waits "
              + Words.time(wait.get().nanos().middle())
              + " for the "
              + wait.get().kind().word(),
          wait.get().chain());
    } else if (worthComputing(loop)) {
      List<Spot> chain =
          loop.all(Happening.Computes.class).stream()
              .findFirst()
              .map(Happening.Computes::chain)
              .orElse(List.of());
      accuse(loop, facets, "computes " + Words.time(loop.body().cpu().middle()), chain);
    }
  }

  private static Optional<Happening.Waits> wait(Loop loop) {
    return loop.all(Happening.Waits.class).stream()
        .filter(wait -> OUTSIDE.contains(wait.kind()))
        .filter(
            wait ->
                wait.kind() == Kind.DISK
                    ? CachedFiles.durable(wait)
                    : wait.nanos().middle() >= ROUND_TRIP_NANOS)
        .findFirst();
  }

  /** Between the least and the best guess, since it is a guess about the size of what comes. */
  private static boolean worthComputing(Loop loop) {
    Cost work = loop.body();
    double cautious = Math.sqrt(work.cpu().low() * work.cpu().middle());
    return cautious >= WORTH_NANOS && work.cpu().middle() > work.waiting().middle();
  }

  private static void accuse(Loop loop, Facets facets, String does, List<Spot> chain) {
    List<Spot> evidence = new ArrayList<>(chain);
    evidence.addAll(loop.own());
    evidence.addAll(loop.cautions());
    facets
        .at(loop.at())
        .saying(
            "one thread serves one %s after the other, and %s for each%s",
            loop.served(), does, OwnObjects.but(loop))
        .because(evidence);
  }

  /**
   * Whether one thread runs it: of a queue that must be seen, since many may take from one; who
   * waits for clients is one until more are seen.
   */
  private static boolean byOneThread(Loop loop, Program program) {
    List<HandOff> starts =
        program.handOffs().stream()
            .filter(
                handOff ->
                    handOff.tasks().stream()
                        .anyMatch(task -> runs(task, loop.at().methodRef(), program)))
            .toList();
    boolean known = !loop.served().equals("item") || starts.size() == 1;
    return known && starts.stream().allMatch(OneByOne::once);
  }

  private static boolean runs(MethodRef task, MethodRef service, Program program) {
    return task.equals(service)
        || program.calls(task).stream().anyMatch(call -> call.callee().equals(service));
  }

  private static boolean once(HandOff handOff) {
    boolean single =
        handOff.executor().kind() == Executor.Kind.SINGLE
            || handOff.executor().size().orElse(0) == 1;
    return single || handOff.times().middle() <= 1;
  }
}
