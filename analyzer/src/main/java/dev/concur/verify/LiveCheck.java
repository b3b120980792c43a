package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.advise.Workload;
import dev.concur.model.Lock;
import dev.concur.model.MethodRef;
import dev.concur.verify.live.LiveCase;
import dev.concur.verify.live.LiveSettings;
import dev.concur.verify.live.TestCall;
import dev.concur.verify.live.Tests;
import dev.concur.weave.AgentJars;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the user's own method can be driven, and how: tried out in a jailed JVM.
 *
 * @param run how; empty when it cannot
 * @param reason why not, or empty
 */
record LiveCheck(Optional<LiveRun> run, String reason) {

  /** A test has to be started, and up to three are tried. */
  private static final Duration FOR_TESTS = Duration.ofSeconds(8);

  /** Made-up arguments must bring at least this share of calls to a normal end. */
  private static final double MOSTLY = .5;

  /** Off by more than this from the estimate, a run was not a run of the task. */
  private static final double FAR_OFF = 30;

  /** What ran most lines of a method and took less is still too little to go by, ns. */
  private static final double SHORTEST_RUN = 1000;

  /**
   * The same where most lines of the method ran but few of those that it passes on to, ns: a busy
   * machine leaves the compiler no core, and interpreted code takes some 30 times as long.
   */
  private static final double SHORTEST_PASSING_ON = 30 * SHORTEST_RUN;

  /** What should wait must wait for this share of the time that it takes. */
  private static final double WAITING = .1;

  /** What takes less, cannot be told from calling it. */
  private static final double SHORTEST = 40;

  /** Shorter calls are played several in one task, ns. */
  private static final double SHORTEST_TASK = 2000;

  /** A task that is so many times larger than estimated is another one. */
  private static final double LARGER = 3;

  /** Longer waits are shortened to this, ns. */
  private static final double LONGEST_WAIT = 50e6;

  /** What takes longer does not fit into windows, ns. */
  private static final double LONGEST = 200e6;

  /** Calls that take this many times as long as the first ones pile something up. */
  private static final double SLOWER = 2;

  /** Warming up makes them this much faster at most; beyond it they have stopped doing it. */
  private static final double FASTER = 30;

  private static final int SETTINGS = 0;
  private static final String SETTINGS_OPTION = "-Dconcur.live=";

  private static LiveCheck no(String reason) {
    return new LiveCheck(Optional.empty(), reason);
  }

  /** Tries it with made-up arguments, unless it is clear beforehand that it is in vain. */
  static LiveCheck of(Experiment experiment, VerifyRequest request, BenchmarkJdk jdk)
      throws IOException {
    return of(experiment, request, jdk, CapturedCalls.NONE);
  }

  /** Tries it with what tests give it, or else with made-up arguments. */
  static LiveCheck of(
      Experiment experiment, VerifyRequest request, BenchmarkJdk jdk, CapturedCalls calls)
      throws IOException {
    if (experiment.subject().isEmpty()) {
      return no("no one method is the task");
    }
    if (request.classPath().isEmpty()) {
      return no("the classes are not at hand");
    }
    if (Lock.isOfContainer(experiment.lock())) {
      return no("the lock is the container's, which is not there");
    }
    Optional<Arm> unplayable =
        experiment.arms().stream().limit(2).filter(arm -> !LiveRun.plays(arm)).findFirst();
    if (unplayable.isPresent()) {
      return no("concur does not rewrite the code for " + unplayable.get().model().word());
    }
    Path folder = folderOf(request.output(), experiment);
    Files.createDirectories(folder);
    MethodRef subject = experiment.subject().get();
    Tests tests = calls.of(subject);
    LiveCheck first = attempt(experiment, request, jdk, folder, Manner.USUAL, tests);
    Optional<Manner> other = Manner.after(first.reason, shouldWait(experiment), tests);
    LiveCheck anew =
        other.isPresent()
            ? attempt(experiment, request, jdk, folder, other.get(), Tests.NONE)
            : first;
    LiveCheck last = anew.run.isPresent() ? anew : first;
    Optional<String> whyNot = last.run.isPresent() ? Optional.empty() : calls.whyNot(subject);
    return whyNot.map(words -> no(last.reason + "; " + words)).orElse(last);
  }

  /** Where what drives it is written. */
  static Path settingsOf(Path output, Experiment experiment) {
    return folderOf(output, experiment).resolve("settings.properties");
  }

  private static Path folderOf(Path output, Experiment experiment) {
    return BenchmarkProject.folderOf(output, experiment).resolve("live").toAbsolutePath();
  }

  private static LiveCheck attempt(
      Experiment experiment,
      VerifyRequest request,
      BenchmarkJdk jdk,
      Path folder,
      Manner manner,
      Tests tests)
      throws IOException {
    Path file = settingsOf(request.output(), experiment);
    Fixtures fixtures = Fixtures.around(request.output());
    MethodRef subject = experiment.subject().orElseThrow();
    Trying trying = Trying.within(request.budget());
    LiveSettings settings =
        LiveSettings.of(
            new LiveCase(
                BenchmarkProject.scratchIn(BenchmarkProject.folderOf(request.output(), experiment))
                    .toAbsolutePath(),
                Stream.concat(request.classPath().stream(), fixtures.classPath().stream())
                    .filter(Files::exists)
                    .toList(),
                subject,
                fixtures.driverOf(subject).orElse(""),
                manner == Manner.FRESH,
                new LiveCase.Task(
                    experiment.workload().total().middle(),
                    shouldWait(experiment),
                    trying.computing().toNanos()),
                changes(experiment),
                LockClasses.of(experiment),
                tests));
    (manner == Manner.FEW ? settings.makingFew() : settings).write(file);
    List<String> options = options(folder, file);
    Probing probing = new Probing(request.waits());
    Files.createDirectories(settings.of().folder());
    probing.run(
        Namespaces.around(
            command(jdk, request, options, settings.of().folder()), settings.of().folder()),
        tests.home(),
        trying.patience().plus(tests.calls().isEmpty() ? Duration.ZERO : FOR_TESTS));
    return judge(experiment, probing, settings, options);
  }

  private static boolean shouldWait(Experiment experiment) {
    Workload work = experiment.workload();
    return work.waiting().plus(work.heldWaiting()).middle() > work.total().middle() / 2;
  }

  private static Set<Change> changes(Experiment experiment) {
    return experiment.arms().stream()
        .filter(LiveRun::plays)
        .map(LiveRun::changeOf)
        .filter(change -> change != Change.NONE)
        .collect(Collectors.toSet());
  }

  private static List<String> options(Path folder, Path settings) throws IOException {
    return List.of(
        SETTINGS_OPTION + settings,
        "-XX:-PrintWarnings",
        "-Djava.awt.headless=true",
        AgentJars.in(folder).option());
  }

  private static List<String> command(
      BenchmarkJdk jdk, VerifyRequest request, List<String> options, Path scratch) {
    List<String> command = new ArrayList<>(JailedJvm.command(jdk, request, scratch));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            BenchmarkProject.joined(request.workerClassPath()),
            "dev.concur.verify.live.LiveProbe"));
    return command;
  }

  private static LiveCheck judge(
      Experiment experiment, Probing probing, LiveSettings settings, List<String> options)
      throws IOException {
    double expected = Math.max(1, experiment.workload().total().middle());
    List<Probing.Try> normal =
        probing.tries().stream().filter(each -> each.normal() >= MOSTLY).toList();
    Optional<Probing.Try> best =
        normal.stream()
            .filter(each -> each.refusals() == 0)
            .min(
                Comparator.comparing(
                        (Probing.Try each) -> odd(experiment, each, expected, settings).isPresent())
                    .thenComparing(each -> !each.captured())
                    .thenComparingDouble(each -> each.awayFrom(expected)));
    if (best.isEmpty()) {
      String why = whyNot(probing, normal.isEmpty(), settings);
      return no(probing.uncaptured().map(each -> why + "; not captured: " + each).orElse(why));
    }
    if (!settings.of().driver().isEmpty() && probing.entered() == 0) {
      return no("the fixture " + settings.of().driver() + " does not call it");
    }
    Optional<String> odd =
        odd(experiment, best.get(), expected, settings)
            .or(() -> unchanged(experiment, probing))
            .or(() -> tiny(experiment.workload()));
    if (odd.isPresent()) {
      return no(odd.get());
    }
    double wanted = wanted(experiment.workload(), best.get().nanos());
    int repeats = (int) Math.max(1, Math.ceil(wanted / best.get().nanos()));
    settings
        .making(best.get().size(), best.get().variant(), best.get().filled())
        .answering(best.get().answering())
        .taking(best.get().call())
        .playing(repeats, probing.waits())
        .write(Path.of(options.get(SETTINGS).substring(SETTINGS_OPTION.length())));
    return new LiveCheck(
        Optional.of(
            new LiveRun(
                    options,
                    who(settings, best.get()),
                    repeats,
                    repeats * best.get().nanos(),
                    repeats * best.get().waited(),
                    1,
                    probing.stubs(),
                    working(probing))
                .withWaitsWithin(LONGEST_WAIT)),
        "");
  }

  /**
   * How much a task should compute, ns: what was estimated, where only the size of the task decides
   * and made-up arguments gave a smaller one; calls under a lock or with waits stay as they are.
   *
   * @param nanos what one call takes
   */
  static double wanted(Workload work, double nanos) {
    double expected = work.total().middle();
    return sizeDecides(work) && nanos * FAR_OFF >= expected
        ? Math.max(SHORTEST_TASK, expected)
        : SHORTEST_TASK;
  }

  /** Where the size of the task decides, a task must not become far larger by being called. */
  static Optional<String> tiny(Workload work) {
    double expected = work.total().middle();
    return sizeDecides(work) && expected * LARGER < SHORTEST_TASK
        ? Optional.of("a task of " + Nanos.text(expected) + " is too short to be called and timed")
        : Optional.empty();
  }

  /** Whether a task only computes and meets nobody, so that a larger one is another task. */
  private static boolean sizeDecides(Workload work) {
    return !work.locked() && work.waiting().isZero();
  }

  private static LiveRun.Arguments who(LiveSettings settings, Probing.Try best) {
    if (best.captured()) {
      TestCall call = settings.of().tests().calls().get(best.call());
      return LiveRun.Arguments.captured(call.testInWords(), settings.of().tests().folder());
    }
    return settings.of().driver().isEmpty()
        ? LiveRun.Arguments.invented(best.size(), muchShorter(settings, best))
        : LiveRun.Arguments.driven(settings.of().driver());
  }

  /** What a reader must know of a call that was estimated to be another one; else empty. */
  private static String muchShorter(LiveSettings settings, Probing.Try best) {
    double expected = settings.of().expectedNanos();
    return best.nanos() * FAR_OFF < expected
        ? " (a call takes %s where %s were expected)"
            .formatted(Nanos.text(best.nanos()), Nanos.text(expected))
        : "";
  }

  private static String whyNot(Probing probing, boolean noneReturned, LiveSettings settings) {
    if (!probing.refused().isEmpty()) {
      return "it " + probing.refused().get(0) + ", which is refused while verifying";
    }
    if (noneReturned && !probing.tries().isEmpty()) {
      String who =
          settings.of().driver().isEmpty()
              ? whose(probing.tries().get(0)) + " end it"
              : "the fixture " + settings.of().driver() + " ends";
      return who + " with " + probing.tries().get(0).problem();
    }
    return probing.failure().orElse(Manner.HANGS);
  }

  private static String whose(Probing.Try tried) {
    return tried.captured() ? "arguments of a test" : "made-up arguments";
  }

  /** Why a run was not a run of the task, or does not fit. */
  private static Optional<String> odd(
      Experiment experiment, Probing.Try best, double expected, LiveSettings settings) {
    boolean ran = ran(experiment, best);
    boolean early = best.nanos() * FAR_OFF < expected && settings.of().driver().isEmpty() && !ran;
    if (best.nanos() < SHORTEST || early) {
      return Optional.of(
          "with %s it returns after %s where %s were expected"
              .formatted(whose(best), Nanos.text(best.nanos()), Nanos.text(expected)));
    }
    if (best.making() > best.nanos()) {
      return Optional.of(
          Manner.DRIFTS + ", and making its arguments anew takes longer than the call");
    }
    if (best.nanos() - best.waited() > LONGEST) {
      return Optional.of("a call takes " + Nanos.text(best.nanos()) + ", too long for windows");
    }
    if (shouldWait(experiment) && best.waited() < expected / FAR_OFF && !ran) {
      return Optional.of("with " + whose(best) + " it does not reach its waits");
    }
    return best.drift() > SLOWER || best.drift() < 1 / FASTER
        ? Optional.of(Manner.DRIFTS + " (x" + best.drift() + ")")
        : Optional.empty();
  }

  /** Whether most of the method ran, waits included, so that it was the estimate that was off. */
  static boolean ran(Experiment experiment, Probing.Try tried) {
    boolean waited = !shouldWait(experiment) || tried.waited() >= WAITING * tried.nanos();
    boolean passesOn = tried.deeplyCovered() > 0 && tried.deeplyCovered() < MOSTLY;
    double shortest = passesOn ? SHORTEST_PASSING_ON : SHORTEST_RUN;
    boolean all = tried.covered() >= MOSTLY && tried.nanos() >= shortest;
    return waited && (all || tried.deeplyCovered() >= MOSTLY);
  }

  /** Why the lock cannot be changed as advised. */
  private static Optional<String> unchanged(Experiment experiment, Probing probing) {
    Change wanted = LiveRun.changeOf(experiment.advised());
    if (wanted == Change.NONE || working(probing).contains(wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        probing.changed().stream()
            .filter(each -> each.change() == wanted)
            .findFirst()
            .map(Probing.Changed::inWords)
            .orElse("it did not return with the lock changed"));
  }

  private static Set<Change> working(Probing probing) {
    return probing.changed().stream()
        .filter(Probing.Changed::works)
        .map(Probing.Changed::change)
        .collect(Collectors.toSet());
  }
}
