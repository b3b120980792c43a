package dev.concur.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Two worker JVMs that take turns in windows, so that whatever the machine does hits both alike.
 * They live until it is closed, and can play with waits of other lengths after the pair.
 */
final class Bout implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);

  /** Windows that disagree are repeated for so long: what a new pair costs before its first. */
  private static final Duration REPEATING = Duration.ofSeconds(1);

  private final WorkerProcess baseline;
  private final WorkerProcess advised;
  private final Ledger ledger;
  private final Optional<Hurry> hurry;
  private boolean ready;

  /**
   * Two workers that have just been started.
   *
   * @param hurry how they warm up where tasks wait
   */
  Bout(WorkerProcess baseline, WorkerProcess advised, Ledger ledger, Optional<Hurry> hurry) {
    this.baseline = baseline;
    this.advised = advised;
    this.ledger = ledger;
    this.hurry = hurry;
  }

  /**
   * The sizes of a window with hardly any waits: in one of usual waits a task runs so seldom that
   * its code is still compiled while windows count.
   *
   * @param sizes those of that window
   * @param usual those of all others
   */
  record Hurry(String sizes, String usual) {

    /** A wait of 5 ms is one of 50 us then: some thousand tasks in a window. */
    static final double OF_WAITS = .01;
  }

  /** The worker that plays the code as it is. */
  WorkerProcess baseline() {
    return baseline;
  }

  /**
   * Plays a pair in random ABBA or BAAB order, warmed up, and more rounds where something slowed an
   * arm now and then; at the load nobody has looked.
   *
   * @param random decides the order
   */
  Pair play(WindowPlan plan, SplittableRandom random) throws WorkerProcess.Failure {
    begin(plan);
    try (Ledger.Span warming = ledger.on(Ledger.Post.WARMING)) {
      warmUp(List.of(baseline, advised), plan);
    }
    List<Window> ofBaseline = new ArrayList<>();
    List<Window> ofAdvised = new ArrayList<>();
    try (Ledger.Span playing = ledger.on(Ledger.Post.PLAYING)) {
      Duration round = Duration.ZERO;
      while (ofBaseline.size() < plan.windows()) {
        round = round(plan, random.nextBoolean(), ofBaseline, ofAdvised);
      }
      Budget more = Budget.of(REPEATING);
      while (!(Windows.agree(ofBaseline) && Windows.agree(ofAdvised)) && more.allows(round)) {
        round = round(plan, random.nextBoolean(), ofBaseline, ofAdvised);
      }
    }
    return new Pair(ofBaseline, ofAdvised, 0);
  }

  /** Four windows, two of each arm; says how long they took. */
  private Duration round(
      WindowPlan plan, boolean baselineOutside, List<Window> ofBaseline, List<Window> ofAdvised)
      throws WorkerProcess.Failure {
    long start = System.nanoTime();
    for (int turn = 0; turn < 4; turn++) {
      boolean outside = turn == 0 || turn == 3;
      if (outside == baselineOutside) {
        ofBaseline.add(baseline.play(plan.patience()));
      } else {
        ofAdvised.add(advised.play(plan.patience()));
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Changes the sizes of both before the next windows. */
  void resize(String sizes) throws WorkerProcess.Failure {
    baseline.resize(sizes);
    advised.resize(sizes);
  }

  /** One arm alone, for a throughput that decides nothing. */
  static List<Window> alone(WorkerProcess worker, WindowPlan plan) throws WorkerProcess.Failure {
    worker.awaitReady(START);
    warmUp(List.of(worker), plan);
    List<Window> windows = new ArrayList<>();
    for (int k = 0; k < plan.windows(); k++) {
      windows.add(worker.play(plan.patience()));
    }
    return windows;
  }

  @Override
  public void close() {
    try (baseline;
        advised) {
      ready = false;
    }
  }

  /**
   * Waits until both can play, and lets them play their first windows side by side: these load and
   * compile classes, and count for nothing.
   */
  private void begin(WindowPlan plan) throws WorkerProcess.Failure {
    if (ready) {
      return;
    }
    ready = true;
    try (Ledger.Span starting = ledger.on(Ledger.Post.STARTING)) {
      baseline.awaitReady(START);
      advised.awaitReady(START);
      sideBySide(plan);
      if (hurry.isPresent()) {
        resize(hurry.get().sizes());
        sideBySide(plan);
        resize(hurry.get().usual());
      }
    }
  }

  private void sideBySide(WindowPlan plan) throws WorkerProcess.Failure {
    baseline.go();
    advised.go();
    baseline.window(plan.patience());
    advised.window(plan.patience());
  }

  /** Plays heads in turn until all are warm. */
  private static void warmUp(List<WorkerProcess> workers, WindowPlan plan)
      throws WorkerProcess.Failure {
    List<Warmth> warmth = workers.stream().map(worker -> new Warmth()).toList();
    for (int head = 0; head < plan.heads(); head++) {
      if (head >= plan.fewestHeads() && warmth.stream().allMatch(Warmth::steady)) {
        return;
      }
      for (int k = 0; k < workers.size(); k++) {
        warmth.get(k).add(workers.get(k).play(plan.patience()));
      }
    }
  }
}
