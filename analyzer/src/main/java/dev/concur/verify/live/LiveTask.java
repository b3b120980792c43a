package dev.concur.verify.live;

import dev.concur.weave.Jail;
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
  private final Weaver weaver;
  private final ConcurrentMap<Integer, Subject> shards = new ConcurrentHashMap<>();

  private LiveTask(LiveSettings settings) {
    this.settings = settings;
    this.weaver = new Weaver(method -> waitOf(settings, method.toString()));
  }

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

  /** Runs it once; 1 when it returned, 0 when it threw. */
  public long run(int worker) {
    return shard(0).call(worker) ? 1 : 0;
  }

  /** Runs it once in the worker's own copy of all classes. */
  public long runAlone(int worker, int workers) {
    return shard(worker % workers).call(worker) ? 1 : 0;
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
    Path standIn = settings.folder().resolve("stand-in.txt");
    Files.createDirectories(settings.folder());
    Files.writeString(standIn, "a line of a stand-in file, 42, 2026-11-22\n".repeat(200));
    List<Path> readable = new ArrayList<>(settings.classPath());
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(each -> readable.add(each.toAbsolutePath()));
    Jail.arm(settings.folder().toAbsolutePath(), standIn.toAbsolutePath(), readable);
  }

  private static LiveTask open() {
    ParentWatch.start();
    try {
      LiveSettings settings = LiveSettings.read(settingsFile());
      Subject.stubWith(settings, Double.parseDouble(System.getProperty(STRETCH, "1")));
      // Loaded before the door closes, since they may open files of their own.
      LiveTask task = new LiveTask(settings);
      arm(settings);
      return task;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the settings cannot be read", unreadable);
    }
  }

  private Subject shard(int number) {
    Subject known = shards.get(number);
    return known != null ? known : shards.computeIfAbsent(number, this::load);
  }

  private Subject load(int number) {
    try {
      return Subject.load(settings, weaver);
    } catch (CannotMake reason) {
      throw new IllegalStateException(reason.reason(), reason);
    }
  }
}
