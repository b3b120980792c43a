package dev.concur.rules.pool;

import dev.concur.model.Confidence;
import dev.concur.model.Executor;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.HandOffRule;
import dev.concur.rule.LoopRule;
import dev.concur.rule.Words;
import java.util.EnumSet;
import java.util.Set;

/** Many tasks, each given to a pool, and each less work than giving it away. */
public final class TinyTaskHandOff implements HandOffRule, LoopRule {

  // Giving a task to a pool and taking its result: .8 us and more, by an estimate that may be
  // threefold; see the page, "Threshold".
  private static final double HAND_OVER_NANOS = 3_000;

  // Starting a thread and joining it; see the page, "Threshold".
  private static final double START_NANOS = 100_000;

  // One task given away may have another reason than speed.
  private static final double MANY = 10;

  // Virtual threads are started for waits, which may be hidden from us; a scheduler keeps time.
  private static final Set<Executor.Kind> FOR_SPEED =
      EnumSet.of(
          Executor.Kind.FIXED,
          Executor.Kind.CORES,
          Executor.Kind.CACHED,
          Executor.Kind.WORK_STEALING,
          Executor.Kind.COMMON_POOL,
          Executor.Kind.NEW_THREAD);

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(HandOff handOff, Program program, Facets facets) {
    boolean many = handOff.times().middle() >= MANY && handOff.path() == Path.HOT;
    if (!many || !FOR_SPEED.contains(handOff.executor().kind()) || !seen(handOff)) {
      return;
    }
    handOff
        .cost()
        .filter(cost -> cost.waiting().isZero())
        .map(cost -> cost.cpu())
        .filter(cpu -> tiny(cpu, handOff.executor().kind()))
        .ifPresent(
            cpu ->
                facets
                    .at(handOff.at())
                    .saying(
                        "%.0f tasks of %s each are given to %s one by one, which costs more than they do",
                        handOff.times().middle(),
                        Words.time(cpu.middle()),
                        Pools.words(handOff.executor())));
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    Interval cpu = loop.body().cpu();
    boolean seen =
        loop.all(Happening.CallsOut.class).isEmpty()
            && loop.all(Happening.EntersNative.class).isEmpty();
    if (!loop.parts()
        || !loop.body().waiting().isZero()
        || !seen
        || cpu.middle() <= 0
        || cpu.middle() > HAND_OVER_NANOS) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "tasks split down to parts of %s, and forking and joining one costs as much",
            Words.time(cpu.middle()));
  }

  private static boolean tiny(Interval cpu, Executor.Kind kind) {
    double handOver = kind == Executor.Kind.NEW_THREAD ? START_NANOS : HAND_OVER_NANOS;
    return cpu.middle() > 0 && cpu.middle() <= handOver;
  }

  /** Nothing in the task that may take long without our knowing. */
  private static boolean seen(HandOff handOff) {
    return handOff.task().filter(task -> task.confidence() == Confidence.HIGH).isPresent()
        && handOff.all(Happening.CallsOut.class).isEmpty()
        && handOff.all(Happening.EntersNative.class).isEmpty();
  }
}
