package dev.concur.verify;

import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.verify.live.LiveSettings;
import dev.concur.weave.LockRewrite.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The conversation with a JVM that tries a method out. */
final class Probing {

  /** The code under test may get hold of the pipe, and must not fill our heap through it. */
  private static final int MOST_CHARS = 16_384;

  private static final int MOST_LINES = 100_000;

  /** Seconds that one that is kept from its core gets on top. */
  private static final int MOST_MORE = 16;

  /** Less computing in a second is none. */
  private static final long IDLE_MILLIS = 50;

  private final Function<MethodRef, Optional<Interval>> known;
  private final List<Try> tries = new ArrayList<>();
  private final List<Changed> changed = new ArrayList<>();
  private final List<String> stubs = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, Double> waits = new TreeMap<>();
  private volatile long entered;
  private Optional<String> failure = Optional.empty();
  private Optional<String> uncaptured = Optional.empty();

  Probing(Function<MethodRef, Optional<Interval>> known) {
    this.known = known;
  }

  List<Try> tries() {
    return tries;
  }

  List<Changed> changed() {
    return changed;
  }

  List<String> stubs() {
    return stubs;
  }

  List<String> refused() {
    return refused;
  }

  /** Waits by method, ns, of all calls that were asked about and replaced. */
  Map<String, Double> waits() {
    return waits;
  }

  /** How often the subject was called in all tries. */
  long entered() {
    return entered;
  }

  Optional<String> failure() {
    return failure;
  }

  /** Why what a test gives could not be had, of the first call that was tried. */
  Optional<String> uncaptured() {
    return uncaptured;
  }

  /**
   * One size, or one call of a test, that was tried.
   *
   * @param nanos what a call took, ns
   * @param making what making its arguments took beside it, where each call gets its own, ns
   * @param waited what of the call was stubbed waiting, ns
   * @param drift of the time of a call, later ones to earlier ones
   * @param covered share of the method's lines that ran
   * @param deeplyCovered the same of all methods that were entered, where it was looked at
   * @param answering what each call of a stub waited, ns
   */
  record Try(
      int call,
      int size,
      int variant,
      double nanos,
      double making,
      double waited,
      double normal,
      double drift,
      int refusals,
      double covered,
      double deeplyCovered,
      double answering,
      Set<String> filled,
      String problem) {

    static Try parse(String line) {
      String[] words = line.split(" ", 14);
      return new Try(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Integer.parseInt(words[2]),
          Double.parseDouble(words[3]),
          Double.parseDouble(words[4]),
          Double.parseDouble(words[5]),
          Double.parseDouble(words[6]),
          Double.parseDouble(words[7]),
          Integer.parseInt(words[8]),
          Double.parseDouble(words[9]),
          Double.parseDouble(words[10]),
          Double.parseDouble(words[11]),
          words[12].equals("-") ? Set.of() : Set.of(words[12].split(",")),
          words[13]);
    }

    /** Whether receiver and arguments are those of a test. */
    boolean captured() {
      return call != LiveSettings.INVENTED;
    }

    double awayFrom(double expected) {
      return Math.abs(Math.log(nanos / expected));
    }
  }

  /** What came of changing the lock. */
  record Changed(Change change, double heldShare, double normal, String problem) {

    /** Held for more of the task than this, the lock was not changed as advised. */
    private static final double MOST_HELD = .5;

    static Changed parse(String line) {
      String[] words = line.split(" ", 4);
      return new Changed(
          Change.valueOf(words[0]),
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          words[3]);
    }

    boolean works() {
      return normal >= MOST_HELD && heldShare <= MOST_HELD;
    }

    String inWords() {
      return normal < MOST_HELD
          ? "with its lock changed it ends with " + problem
          : "rewritten, it still holds its lock for %.0f %% of a call".formatted(100 * heldShare);
    }
  }

  /**
   * Runs it to its end, or until patience does.
   *
   * @param home folder to start it in; that of this process when empty
   */
  void run(List<String> command, Optional<Path> home, Duration patience) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(home.map(Path::toFile).orElse(null))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread talk = new Thread(() -> talk(process), "concur-probe");
    talk.setDaemon(true);
    talk.start();
    try {
      awaitEnd(process, patience);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      talk.join(2000);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * On a busy machine it gets more time, as long as it computes: what it may use up is cores, not
   * the patience that others cost it.
   */
  private static void awaitEnd(Process process, Duration patience) throws InterruptedException {
    boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    Duration before = Duration.ZERO;
    for (int more = 0; !ended && more < MOST_MORE; more++) {
      Duration used = process.info().totalCpuDuration().orElse(patience);
      boolean idle = used.minus(before).toMillis() < IDLE_MILLIS;
      if (idle || used.compareTo(patience.dividedBy(2)) > 0) {
        return;
      }
      before = used;
      ended = process.waitFor(1, TimeUnit.SECONDS);
    }
  }

  private void talk(Process process) {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = process.getOutputStream()) {
      Optional<String> line = line(in, MOST_CHARS);
      for (int count = 0; line.isPresent() && count < MOST_LINES; count++) {
        heard(line.get(), out);
        line = line(in, MOST_CHARS);
      }
      process.destroyForcibly();
    } catch (IOException ended) {
      // What was said until then counts.
    }
  }

  /** The next line; empty at the end, and when it is longer than any of ours. */
  static Optional<String> line(BufferedReader in, int most) throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    while ((next = in.read()) >= 0 && line.length() < most) {
      if (next == '\n') {
        return Optional.of(line.toString());
      }
      line.append((char) next);
    }
    return Optional.empty();
  }

  private void heard(String line, OutputStream out) throws IOException {
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1);
    switch (word) {
      case "ask" -> {
        out.write((answer(rest.split(" ")) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      case "size" -> tries.add(Try.parse(rest));
      case "change" -> changed.add(Changed.parse(rest));
      case "entered" -> entered = Long.parseLong(rest);
      case "stub" -> stubs.add(rest);
      case "refused" -> refused.add(rest);
      case "failed" -> failure = Optional.of(rest);
      case "uncaptured" -> uncaptured = uncaptured.or(() -> Optional.of(rest));
      default -> {
        // A line of the JVM's own.
      }
    }
  }

  private String answer(String[] words) {
    MethodRef method = new MethodRef(words[0], words[1], words[2]);
    Optional<Double> nanos = known.apply(method).map(Interval::middle);
    nanos.ifPresent(stated -> waits.put(method.toString(), stated));
    return nanos.map(String::valueOf).orElse("no");
  }
}
