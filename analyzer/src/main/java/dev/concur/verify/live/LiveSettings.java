package dev.concur.verify.live;

import dev.concur.weave.LockRewrite;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a worker must know to run the user's own method; kept on disk beside the generated source.
 *
 * @param of what is to be run
 * @param with the values that it is run with
 * @param repeats calls in one task
 * @param waits ns by method, for calls that are replaced; NaN for calls that were asked about and
 *     stay
 */
public record LiveSettings(LiveCase of, Values with, int repeats, Map<String, Double> waits) {
  public LiveSettings {
    waits = Map.copyOf(waits);
  }

  /** Receiver and arguments are made up. */
  public static final int INVENTED = -1;

  /** Among what is filled: objects may be made without a constructor. */
  public static final String BARE = "!";

  /** Among what is filled: whole numbers are small beside the arrays that they may be places of. */
  public static final String SMALL = "%";

  /** Stands for every field. */
  public static final String ALL = "*";

  private static final String WAIT = "wait.";

  private static final int FEW = 1;

  /**
   * The values that receiver and arguments are made of.
   *
   * @param size how large made-up collections, arrays and texts are
   * @param variant which of several plausible values are made, from 0
   * @param fill names of fields, lower case, that are given values where nothing has set them, or
   *     {@link #ALL}; methods that bring objects into a state; {@link #BARE}
   * @param answering ns that stubs of interfaces wait before they answer
   * @param call which of the calls of tests is played; {@link #INVENTED} for none
   */
  public record Values(int size, int variant, Set<String> fill, double answering, int call) {
    public Values {
      fill = Set.copyOf(fill);
    }

    /** What is tried first. */
    static final Values FIRST = new Values(8, 0, Set.of(), 0, INVENTED);
  }

  /** Settings to begin with: nothing is known yet of values and waits. */
  public static LiveSettings of(LiveCase what) {
    return new LiveSettings(what, Values.FIRST, 1, Map.of());
  }

  /** Whether receiver and arguments are made up. */
  boolean isInvented() {
    return with.call == INVENTED;
  }

  /** The same with values of another size and kind. */
  public LiveSettings making(int size, int variant, Set<String> fill) {
    return with(new Values(size, variant, fill, with.answering, with.call));
  }

  /** The same with values so few and small that only growing them remains. */
  public LiveSettings makingFew() {
    return making(FEW, with.variant, with.fill);
  }

  /** Whether all values are to be few and small. */
  boolean isFew() {
    return with.size == FEW;
  }

  /** The same with receiver and arguments of a call that tests make, or {@link #INVENTED} ones. */
  public LiveSettings taking(int call) {
    return with(new Values(with.size, with.variant, with.fill, with.answering, call));
  }

  /** The same with stubs of interfaces that wait so long, ns, before they answer. */
  public LiveSettings answering(double nanos) {
    return with(new Values(with.size, with.variant, with.fill, nanos, with.call));
  }

  private LiveSettings with(Values other) {
    return new LiveSettings(of, other, repeats, waits);
  }

  /** The same, knowing what waits, and so many calls a task. */
  public LiveSettings playing(int calls, Map<String, Double> known) {
    return new LiveSettings(of, with, calls, known);
  }

  /** The locks in question, changed this way. */
  LockRewrite rewrite(Change change) {
    return new LockRewrite(change, of.lockClasses());
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
        LiveCase.read(lines),
        new Values(
            Integer.parseInt(lines.getProperty("size")),
            Integer.parseInt(lines.getProperty("variant")),
            LiveCase.words(lines, "fill").collect(Collectors.toSet()),
            Double.parseDouble(lines.getProperty("answering")),
            Integer.parseInt(lines.getProperty("call"))),
        Integer.parseInt(lines.getProperty("repeats")),
        waits);
  }

  /** Writes it, for a worker to read. */
  public void write(Path file) throws IOException {
    Properties lines = new Properties();
    of.write(lines);
    lines.setProperty("size", String.valueOf(with.size));
    lines.setProperty("variant", String.valueOf(with.variant));
    lines.setProperty("fill", String.join(" ", new TreeSet<>(with.fill)));
    lines.setProperty("answering", String.valueOf(with.answering));
    lines.setProperty("call", String.valueOf(with.call));
    lines.setProperty("repeats", String.valueOf(repeats));
    waits.forEach((method, nanos) -> lines.setProperty(WAIT + method, String.valueOf(nanos)));
    try (Writer writer = Files.newBufferedWriter(file)) {
      lines.store(writer, "What a worker must know to run the user's own method");
    }
  }
}
