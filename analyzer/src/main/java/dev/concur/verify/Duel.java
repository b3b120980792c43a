package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.verify.live.ParentWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two worker JVMs that take turns in windows, so that whatever the machine does hits both alike.
 */
final class Duel {

  private static final Duration START = Duration.ofSeconds(30);

  private final BenchmarkJdk jdk;
  private final JvmOptions options;
  private final List<String> classPathAndFlags;
  private final String className;

  private final boolean live;
  private final java.nio.file.Path scratch;
  private final Optional<java.nio.file.Path> home;

  Duel(BenchmarkJdk jdk, BenchmarkProject project, VerifyRequest request, Optional<LiveRun> run) {
    this.jdk = jdk;
    this.options = request.options();
    this.live = run.isPresent();
    this.scratch = project.scratch().toAbsolutePath();
    this.home = run.flatMap(each -> each.arguments().home());
    this.className = project.source().qualifiedName();
    List<java.nio.file.Path> classPath = new ArrayList<>(List.of(project.classes()));
    classPath.addAll(request.workerClassPath());
    List<String> flags = new ArrayList<>();
    if (project.vectorised()) {
      flags.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    run.ifPresent(each -> flags.addAll(each.jvmOptions()));
    flags.addAll(List.of("-cp", BenchmarkProject.joined(classPath)));
    this.classPathAndFlags = List.copyOf(flags);
  }

  /**
   * Plays one pair in random ABBA or BAAB order.
   *
   * @param random decides the order
   */
  Pair play(Arm baseline, Arm advised, StandIn standIn, WindowPlan plan, SplittableRandom random)
      throws IOException, WorkerProcess.Failure {
    return play(new Sides(baseline, advised), standIn, plan, random, worker -> {});
  }

  /** The two arms of a pair. */
  record Sides(Arm baseline, Arm advised) {}

  /** Something to do with the baseline's worker after the last window. */
  interface Afterwards {
    void with(WorkerProcess baseline);
  }

  /** Plays one pair, and then does something with the baseline's worker. */
  Pair play(
      Sides sides, StandIn standIn, WindowPlan plan, SplittableRandom random, Afterwards afterwards)
      throws IOException, WorkerProcess.Failure {
    try (WorkerProcess first = start(sides.baseline(), standIn, plan);
        WorkerProcess second = start(sides.advised(), standIn, plan)) {
      first.awaitReady(START);
      second.awaitReady(START);
      warmUp(List.of(first, second), plan);
      List<Window> ofBaseline = new ArrayList<>();
      List<Window> ofAdvised = new ArrayList<>();
      for (int k = 0; k < plan.windows(); k += 2) {
        boolean baselineOutside = random.nextBoolean();
        for (int turn = 0; turn < 4; turn++) {
          boolean outside = turn == 0 || turn == 3;
          if (outside == baselineOutside) {
            ofBaseline.add(first.play(plan.patience()));
          } else {
            ofAdvised.add(second.play(plan.patience()));
          }
        }
      }
      double load = MachineLoad.settledRunDelayShare();
      afterwards.with(first);
      return new Pair(ofBaseline, ofAdvised, load);
    }
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

  /** Plays one arm alone, for a throughput that decides nothing. */
  List<Window> alone(Arm arm, StandIn standIn, WindowPlan plan)
      throws IOException, WorkerProcess.Failure {
    try (WorkerProcess worker = start(arm, standIn, plan)) {
      worker.awaitReady(START);
      warmUp(List.of(worker), plan);
      List<Window> windows = new ArrayList<>();
      for (int k = 0; k < plan.windows(); k++) {
        windows.add(worker.play(plan.patience()));
      }
      return windows;
    }
  }

  private WorkerProcess start(Arm arm, StandIn standIn, WindowPlan plan) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    if (jdk.feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(
        List.of(
            ParentWatch.option(),
            "-Djmh.ignoreLock=true",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:MaxDirectMemorySize=256m",
            "-Djava.io.tmpdir=" + scratch));
    command.addAll(options.heap());
    command.addAll(options.arguments());
    command.addAll(classPathAndFlags);
    command.addAll(
        List.of(
            Worker.class.getName(),
            className,
            ArmSource.methodOf(arm),
            String.valueOf(plan.millis()),
            String.valueOf(standIn.tasks()),
            String.valueOf(mostThreads(arm))));
    parameters(standIn).forEach((name, value) -> command.add(name + "=" + value));
    return WorkerProcess.start(live ? Namespaces.around(command, scratch) : command, home);
  }

  private static int mostThreads(Arm arm) {
    return 300 + ArmSizes.threads(arm, Runtime.getRuntime().availableProcessors());
  }

  /** The sizes that vary between runs of one compiled benchmark. */
  private Map<String, Long> parameters(StandIn standIn) {
    Map<String, Long> parameters = new TreeMap<>();
    parameters.put("tasks", (long) standIn.tasks());
    if (live) {
      return parameters;
    }
    if (standIn.waiting() > 0) {
      parameters.put("waitNanos", (long) standIn.waiting());
    }
    if (standIn.heldWaiting() > 0) {
      parameters.put("heldWaitNanos", (long) standIn.heldWaiting());
    }
    return parameters;
  }
}
