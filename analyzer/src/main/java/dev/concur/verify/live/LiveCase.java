package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.LockRewrite.Change;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of the user's that is one task, and what is known of it before it is run.
 *
 * @param folder the only folder that may be written
 * @param classPath the scanned code and its libraries
 * @param subject the method
 * @param driver {@code class#method} of the user's that runs one task, or empty
 * @param fresh whether receiver and arguments are made anew for each call
 * @param task what a task is expected to be
 * @param changes ways of changing the lock to be tried
 * @param lockClasses outermost classes whose locks change
 * @param tests tests of the user's that call it
 */
public record LiveCase(
    Path folder,
    List<Path> classPath,
    MethodRef subject,
    String driver,
    boolean fresh,
    Task task,
    Set<Change> changes,
    Set<String> lockClasses,
    Tests tests) {
  public LiveCase {
    classPath = List.copyOf(classPath);
    changes = Set.copyOf(changes);
    lockClasses = Set.copyOf(lockClasses);
  }

  /**
   * What a task is expected to be.
   *
   * @param nanos what a call should take, about
   * @param waiting whether most of that should be waiting
   * @param tryingNanos computing after which nothing further is tried
   */
  public record Task(double nanos, boolean waiting, long tryingNanos) {}

  /** What a call should take, about, ns. */
  public double expectedNanos() {
    return task.nanos;
  }

  /** Whether most of that should be waiting. */
  boolean waiting() {
    return task.waiting;
  }

  static LiveCase read(Properties lines) {
    return new LiveCase(
        Path.of(lines.getProperty("folder")),
        Tests.split(lines.getProperty("classPath")),
        new MethodRef(
            lines.getProperty("owner"), lines.getProperty("name"), lines.getProperty("descriptor")),
        lines.getProperty("driver"),
        Boolean.parseBoolean(lines.getProperty("fresh")),
        new Task(
            Double.parseDouble(lines.getProperty("expectedNanos")),
            Boolean.parseBoolean(lines.getProperty("waiting")),
            Long.parseLong(lines.getProperty("tryingNanos"))),
        words(lines, "changes").map(Change::valueOf).collect(Collectors.toSet()),
        words(lines, "lockClasses").collect(Collectors.toSet()),
        Tests.read(lines));
  }

  static Stream<String> words(Properties lines, String key) {
    return Arrays.stream(lines.getProperty(key, "").split(" ")).filter(word -> !word.isEmpty());
  }

  void write(Properties lines) {
    lines.setProperty("folder", folder.toString());
    lines.setProperty("classPath", Tests.joined(classPath));
    lines.setProperty("owner", subject.owner());
    lines.setProperty("name", subject.name());
    lines.setProperty("descriptor", subject.descriptor());
    lines.setProperty("driver", driver);
    lines.setProperty("fresh", String.valueOf(fresh));
    lines.setProperty("expectedNanos", String.valueOf(task.nanos));
    lines.setProperty("waiting", String.valueOf(task.waiting));
    lines.setProperty("tryingNanos", String.valueOf(task.tryingNanos));
    lines.setProperty(
        "changes", changes.stream().map(Change::name).sorted().collect(Collectors.joining(" ")));
    lines.setProperty("lockClasses", String.join(" ", new TreeSet<>(lockClasses)));
    tests.write(lines);
  }
}
