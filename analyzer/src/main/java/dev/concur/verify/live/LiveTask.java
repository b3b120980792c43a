package dev.concur.verify.live;

import dev.concur.weave.Held;
import dev.concur.weave.Jail;
import dev.concur.weave.LockRewrite.Change;
import dev.concur.weave.Stub;
import dev.concur.weave.Weaver;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One task of a generated benchmark that runs the user's own method. Its JVM is jailed from the
 * first call on. The file of settings is named by the system property {@code concur.live}.
 */
public final class LiveTask {

  private static final String SETTINGS = "concur.live";
  private static final String STRETCH = "concur.live.stretch";

  private final LiveSettings settings;
  private final ConcurrentMap<Shard, Subject> shards = new ConcurrentHashMap<>();

  private LiveTask(LiveSettings settings) {
    this.settings = settings;
  }

  /** One copy of all classes, with the locks changed or not. */
  private record Shard(Change change, int number) {}

  private static Optional<Double> waitOf(LiveSettings settings, String method) {
    return Optional.ofNullable(settings.waits().get(method)).filter(nanos -> !nanos.isNaN());
  }

  /** Holder of the one task of this JVM, opened when first asked for. */
  private static final class Opened {
    static final LiveTask TASK = open();
  }

  /** The task of this JVM. */
  public static LiveTask prepared() {
    return Opened.TASK;
  }

  /** From now on all waits are longer or shorter than stated by this factor. */
  public static void stretchWaits(double factor) {
    Stub.stretch(factor);
  }

  /** Runs it once; 1 when it returned, 0 when it threw. */
  public long run(int worker) {
    return run(new Shard(Change.NONE, 0), worker);
  }

  /** Runs it once in the worker's own copy of all classes: what it guards is its own too. */
  public long runAlone(int worker, int workers) {
    return run(new Shard(Change.NONE, worker % workers), worker);
  }

  /** Runs it once in the copy that the task's key falls to. */
  public long runStriped(int task, int worker, int stripes) {
    return run(new Shard(Change.NONE, task % stripes), worker);
  }

  /** Runs it once, with the lock given back while it waits. */
  public long runWaitingOutside(int worker) {
    return run(new Shard(Change.WAITING_OUTSIDE, 0), worker);
  }

  /** Runs it once, with the lock taken only while shared state is touched. */
  public long runNarrowed(int worker) {
    return run(new Shard(Change.NARROWED, 0), worker);
  }

  /**
   * Runs it once without its waits, as code does that gives back its thread while it waits.
   *
   * @param failed told when it threw
   * @return how long it would have waited, ns
   */
  public long runOwing(int worker, Runnable failed) {
    return Stub.owedBy(
        () -> {
          if (run(new Shard(Change.NONE, 0), worker) == 0) {
            failed.run();
          }
        });
  }

  private long run(Shard shard, int worker) {
    Subject subject = subject(shard);
    boolean fine = true;
    for (int call = 0; call < settings.repeats(); call++) {
      fine &= subject.call(worker);
      if (shard.change != Change.NONE) {
        Held.clear();
      }
    }
    return fine ? 1 : 0;
  }

  /** Options that a child JVM needs to be jailed as this one is. */
  public static List<String> childOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            option ->
                option.startsWith("-javaagent:")
                    || option.startsWith("-D" + SETTINGS)
                    || option.startsWith("-XX:-PrintWarnings"))
        .toList();
  }

  /** The file of settings of this JVM. */
  static Path settingsFile() {
    String file = System.getProperty(SETTINGS);
    if (file == null) {
      throw new IllegalStateException("-D" + SETTINGS + "=FILE is missing");
    }
    return Path.of(file);
  }

  /** Closes the jail around this JVM. */
  static void arm(LiveSettings settings) throws IOException {
    Tests tests = settings.of().tests();
    arm(
        settings.of().folder(),
        tests.calls().isEmpty()
            ? List.of(settings.of().classPath())
            : List.of(
                settings.of().classPath(),
                tests.classPath(),
                TestFrameworks.in(tests.classPath()),
                List.of(tests.folder())));
  }

  /** Closes the jail around this JVM, which may write in this folder and read these places. */
  static void arm(Path folder, List<List<Path>> places) throws IOException {
    Path standIn = folder.resolve("stand-in.txt");
    Files.createDirectories(folder);
    Files.writeString(standIn, "a line of a stand-in file, 42, 2026-11-22\n".repeat(200));
    List<Path> readable = new ArrayList<>();
    places.forEach(readable::addAll);
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(each -> readable.add(each.toAbsolutePath()));
    Jail.arm(folder.toAbsolutePath(), standIn.toAbsolutePath(), readable);
  }

  private static LiveTask open() {
    if (!Jail.spread()) {
      throw new IllegalStateException(
          "the jail is not there: run it with all the options that run.args has");
    }
    ParentWatch.start();
    try {
      LiveSettings settings = LiveSettings.read(settingsFile());
      Subject.stubWith(settings, Double.parseDouble(System.getProperty(STRETCH, "1")));
      LiveTask task = new LiveTask(settings);
      arm(settings);
      return task;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the settings cannot be read", unreadable);
    }
  }

  private Subject subject(Shard shard) {
    Subject known = shards.get(shard);
    return known != null ? known : shards.computeIfAbsent(shard, this::load);
  }

  private Subject load(Shard shard) {
    try {
      return Subject.load(
          settings,
          new Weaver(
              method -> waitOf(settings, method.toString()),
              settings.rewrite(shard.change),
              Optional.empty()));
    } catch (CannotMake reason) {
      throw new IllegalStateException(reason.reason(), reason);
    }
  }
}
