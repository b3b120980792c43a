package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Model;
import dev.concur.verify.live.ParentWatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts the worker JVMs of one benchmark, two for each {@link Bout}. */
final class Duel {

  private final BenchmarkJdk jdk;
  private final JvmOptions options;
  private final List<String> classPathAndFlags;
  private final String className;

  private final boolean live;
  private final java.nio.file.Path scratch;
  private final Optional<java.nio.file.Path> home;
  private final Ledger ledger;
  private final double stretch;

  Duel(
      BenchmarkJdk jdk,
      BenchmarkProject project,
      VerifyRequest request,
      Optional<LiveRun> run,
      Ledger ledger) {
    this.ledger = ledger;
    this.stretch = run.map(LiveRun::stretch).orElse(1.0);
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

  /** Starts the two workers of a pair. */
  Bout start(Arm baseline, Arm advised, StandIn standIn, WindowPlan plan) throws IOException {
    boolean told = baseline.model() != Model.PROCESSES && advised.model() != Model.PROCESSES;
    Optional<Bout.Hurry> hurry =
        standIn.waitsMore() && told ? Optional.of(hurry(standIn)) : Optional.empty();
    WorkerProcess first = start(baseline, standIn, plan);
    try {
      return new Bout(first, start(advised, standIn, plan), ledger, hurry);
    } catch (IOException notStarted) {
      first.close();
      throw notStarted;
    }
  }

  /** Plays one arm alone, for a throughput that decides nothing. */
  List<Window> alone(Arm arm, StandIn standIn, WindowPlan plan)
      throws IOException, WorkerProcess.Failure {
    try (WorkerProcess worker = start(arm, standIn, plan)) {
      return Bout.alone(worker, plan);
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
            ArmFrame.methodOf(arm),
            String.valueOf(plan.millis()),
            String.valueOf(standIn.tasks()),
            String.valueOf(mostThreads(arm))));
    parameters(standIn).forEach((name, value) -> command.add(name + "=" + value));
    return WorkerProcess.start(live ? Namespaces.around(command, scratch) : command, home);
  }

  /**
   * The sizes that workers which are already there must take to wait otherwise.
   *
   * @param factor on the waits that they started with
   */
  String resized(StandIn standIn, double factor) {
    StringBuilder words = new StringBuilder();
    parameters(standIn).forEach((name, value) -> words.append(name + "=" + value + " "));
    return (live ? words + Sizes.STRETCH + "=" + stretch * factor : words.toString()).strip();
  }

  /** Sizes with hardly any waits, and those that it begins with. */
  Bout.Hurry hurry(StandIn standIn) {
    return new Bout.Hurry(
        resized(standIn.withWaitsTimes(Bout.Hurry.OF_WAITS), Bout.Hurry.OF_WAITS),
        resized(standIn, 1));
  }

  private static int mostThreads(Arm arm) {
    return 300 + ArmSizes.threads(arm, Runtime.getRuntime().availableProcessors());
  }

  /** The sizes that vary between runs of one compiled benchmark. */
  private Map<String, Long> parameters(StandIn standIn) {
    Map<String, Long> parameters = new TreeMap<>();
    parameters.put(Sizes.TASKS, (long) standIn.tasks());
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
