package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.LockRewrite;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker must know to run the user's own method; kept on disk beside the generated source.
 *
 * @param folder the only folder that may be written
 * @param classPath the scanned code and its libraries
 * @param subject the method that is one task
 * @param driver {@code class#method} of the user's that runs one task, or empty
 * @param size how large made-up collections, arrays and texts are
 * @param fresh whether receiver and arguments are made anew for each call
 * @param variant which of several plausible values are made, from 0
 * @param fill names of fields, lower case, that are given values where nothing has set them, or
 *     {@link #ALL}; methods that bring objects into a state; {@link #BARE}
 * @param answering ns that stubs of interfaces wait before they answer
 * @param repeats calls in one task
 * @param expectedNanos what a call should take, about
 * @param waiting whether most of that should be waiting
 * @param changes ways of changing the lock to be tried
 * @param lockClasses outermost classes whose locks change
 * @param waits ns by method, for calls that are replaced; NaN for calls that were asked about and
 *     stay
 * @param tests tests of the user's that call it
 * @param call which of their calls is played; {@link #INVENTED} for none
 */
public record LiveSettings(
    Path folder,
    List<Path> classPath,
    MethodRef subject,
    String driver,
    int size,
    boolean fresh,
    int variant,
    Set<String> fill,
    double answering,
    int repeats,
    double expectedNanos,
    boolean waiting,
    Set<Change> changes,
    Set<String> lockClasses,
    Map<String, Double> waits,
    Tests tests,
    int call) {
  public LiveSettings {
    changes = Set.copyOf(changes);
    fill = Set.copyOf(fill);
    lockClasses = Set.copyOf(lockClasses);
    classPath = List.copyOf(classPath);
    waits = Map.copyOf(waits);
  }

  /** Receiver and arguments are made up. */
  public static final int INVENTED = -1;

  /** Among what is filled: objects may be made without a constructor. */
  public static final String BARE = "!";

  /** Stands for every field. */
  public static final String ALL = "*";

  private static final String WAIT = "wait.";

  /** The same with values of another size and kind. */
  public LiveSettings making(int otherSize, int otherVariant, Set<String> otherFill) {
    return new LiveSettings(
        folder,
        classPath,
        subject,
        driver,
        otherSize,
        fresh,
        otherVariant,
        otherFill,
        answering,
        repeats,
        expectedNanos,
        waiting,
        changes,
        lockClasses,
        waits,
        tests,
        call);
  }

  /** The same with receiver and arguments of a call that tests make, or {@link #INVENTED} ones. */
  public LiveSettings taking(int other) {
    return new LiveSettings(
        folder,
        classPath,
        subject,
        driver,
        size,
        fresh,
        variant,
        fill,
        answering,
        repeats,
        expectedNanos,
        waiting,
        changes,
        lockClasses,
        waits,
        tests,
        other);
  }

  /** The same with stubs of interfaces that wait so long, ns, before they answer. */
  public LiveSettings answering(double nanos) {
    return new LiveSettings(
        folder,
        classPath,
        subject,
        driver,
        size,
        fresh,
        variant,
        fill,
        nanos,
        repeats,
        expectedNanos,
        waiting,
        changes,
        lockClasses,
        waits,
        tests,
        call);
  }

  /** The same, knowing what waits, and so many calls a task. */
  public LiveSettings playing(int calls, Map<String, Double> known) {
    return new LiveSettings(
        folder,
        classPath,
        subject,
        driver,
        size,
        fresh,
        variant,
        fill,
        answering,
        calls,
        expectedNanos,
        waiting,
        changes,
        lockClasses,
        known,
        tests,
        call);
  }

  /** The locks in question, changed this way. */
  LockRewrite rewrite(Change change) {
    return new LockRewrite(change, lockClasses);
  }

  /** Reads what {@link #write} wrote. */
  public static LiveSettings read(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    Map<String, Double> waits = new TreeMap<>();
    for (String key : lines.stringPropertyNames()) {
      if (key.startsWith(WAIT)) {
        waits.put(key.substring(WAIT.length()), Double.valueOf(lines.getProperty(key)));
      }
    }
    return new LiveSettings(
        Path.of(lines.getProperty("folder")),
        Tests.split(lines.getProperty("classPath")),
        new MethodRef(
            lines.getProperty("owner"), lines.getProperty("name"), lines.getProperty("descriptor")),
        lines.getProperty("driver"),
        Integer.parseInt(lines.getProperty("size")),
        Boolean.parseBoolean(lines.getProperty("fresh")),
        Integer.parseInt(lines.getProperty("variant")),
        words(lines, "fill").collect(Collectors.toSet()),
        Double.parseDouble(lines.getProperty("answering")),
        Integer.parseInt(lines.getProperty("repeats")),
        Double.parseDouble(lines.getProperty("expectedNanos")),
        Boolean.parseBoolean(lines.getProperty("waiting")),
        words(lines, "changes").map(Change::valueOf).collect(Collectors.toSet()),
        words(lines, "lockClasses").collect(Collectors.toSet()),
        waits,
        Tests.read(lines),
        Integer.parseInt(lines.getProperty("call")));
  }

  private static Stream<String> words(Properties lines, String key) {
    return Arrays.stream(lines.getProperty(key, "").split(" ")).filter(word -> !word.isEmpty());
  }

  /** Writes it, for a worker to read. */
  public void write(Path file) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("folder", folder.toString());
    lines.setProperty("classPath", Tests.joined(classPath));
    lines.setProperty("owner", subject.owner());
    lines.setProperty("name", subject.name());
    lines.setProperty("descriptor", subject.descriptor());
    lines.setProperty("driver", driver);
    lines.setProperty("size", String.valueOf(size));
    lines.setProperty("fresh", String.valueOf(fresh));
    lines.setProperty("variant", String.valueOf(variant));
    lines.setProperty("fill", String.join(" ", new TreeSet<>(fill)));
    lines.setProperty("answering", String.valueOf(answering));
    lines.setProperty("repeats", String.valueOf(repeats));
    lines.setProperty("expectedNanos", String.valueOf(expectedNanos));
    lines.setProperty("waiting", String.valueOf(waiting));
    lines.setProperty(
        "changes", changes.stream().map(Change::name).sorted().collect(Collectors.joining(" ")));
    lines.setProperty("lockClasses", String.join(" ", new TreeSet<>(lockClasses)));
    tests.write(lines);
    lines.setProperty("call", String.valueOf(call));
    waits.forEach((method, nanos) -> lines.setProperty(WAIT + method, String.valueOf(nanos)));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lines.store(writer, "What a worker must know to run the user's own method");
    }
  }
}
