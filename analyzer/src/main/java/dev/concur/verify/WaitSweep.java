package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/**
 * Plays shorter and longer waits: in the JVMs that have just played a pair, which are warm, or in
 * new ones where workers have processes of their own, which cannot be told.
 */
final class WaitSweep {

  private static final double[] FACTORS = {.1, 1, 10};

  private final Experiment experiment;
  private final StandIn standIn;
  private final DoubleFunction<Duel> stretched;
  private final SampleLog log;
  private final SplittableRandom random;
  private final int cores;

  /**
   * A sweep of one experiment.
   *
   * @param stretched starts workers whose waits are stretched by a factor
   */
  WaitSweep(
      Experiment experiment,
      StandIn standIn,
      DoubleFunction<Duel> stretched,
      SampleLog log,
      SplittableRandom random) {
    this.experiment = experiment;
    this.standIn = standIn;
    this.stretched = stretched;
    this.log = log;
    this.random = random;
    this.cores = Runtime.getRuntime().availableProcessors();
  }

  /**
   * Plays it.
   *
   * @param bout workers with waits of the usual length, which have others afterwards
   * @param usual what a pair showed with these
   * @return empty when the budget does not allow it
   */
  Optional<Sweep> play(Bout bout, Pair usual, Budget budget)
      throws IOException, WorkerProcess.Failure {
    List<Sweep.Point> points = new ArrayList<>();
    for (double factor : FACTORS) {
      if (factor == 1) {
        points.add(point(standIn, usual));
        continue;
      }
      StandIn other = standIn.withWaitsTimes(factor);
      WindowPlan whole = WindowPlan.of(experiment, other, cores);
      WindowPlan brief = processes() ? whole.brief() : whole.warm();
      if (!budget.allows(Duration.ofMillis(brief.pairMillis()))) {
        return Optional.empty();
      }
      Pair pair = processes() ? anew(factor, other, brief) : inPlace(bout, factor, other, brief);
      log.add("sweep", 1, experiment.baseline(), other, pair.baseline());
      log.add("sweep", 1, experiment.advised(), other, pair.advised());
      points.add(point(other, pair));
    }
    return Optional.of(new Sweep(points));
  }

  private boolean processes() {
    return experiment.arms().stream()
        .limit(2)
        .map(Arm::model)
        .anyMatch(model -> model == Model.PROCESSES);
  }

  private Pair inPlace(Bout bout, double factor, StandIn other, WindowPlan brief)
      throws WorkerProcess.Failure {
    bout.resize(stretched.apply(1).resized(other, factor));
    return bout.play(brief, random);
  }

  private Pair anew(double factor, StandIn other, WindowPlan brief)
      throws IOException, WorkerProcess.Failure {
    try (Bout fresh =
        stretched.apply(factor).start(experiment.baseline(), experiment.advised(), other, brief)) {
      return fresh.play(brief, random);
    }
  }

  private static Sweep.Point point(StandIn standIn, Pair pair) {
    return new Sweep.Point(
        standIn.waiting() + standIn.heldWaiting(),
        standIn.tasks(),
        pair.baselineRate(),
        pair.advisedRate());
  }
}
