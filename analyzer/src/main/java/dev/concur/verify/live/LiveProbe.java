package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.Held;
import dev.concur.weave.Jail;
import dev.concur.weave.LockRewrite.Change;
import dev.concur.weave.Stub;
import dev.concur.weave.Weaver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The main program of a worker that finds out whether a method can be driven: at which size, how
 * long it takes, how much of it waits. It asks for waits on its output ({@code ask owner name
 * descriptor}, answered by ns or {@code no}) and reports in lines.
 */
final class LiveProbe {

  private static final int[] SIZES = {8, 64, 512, 4096};

  /** For what is still far too short. */
  private static final int[] LARGE = {32_768, 262_144};

  private static final long PER_HALF = 120_000_000L;

  /** A call so much shorter than expected was not a run of the task. */
  static final double FAR_OFF = 30;

  /** Longer calls are not the ones to try further things with, ns. */
  private static final double LONG = 400e6;

  /** A call that takes this long need not grow, ns. */
  private static final double ENOUGH = 30e6;

  private static final int MOST_CALLS = 20_000;

  private final BufferedReader in;
  private final PrintStream out;
  private final Map<String, Optional<Double>> asked = new ConcurrentHashMap<>();

  private boolean fine;
  private boolean representative;
  private Optional<LiveSettings> best = Optional.empty();
  private double bestNanos;
  private double lastNanos;
  private double expectedNanos;

  private LiveProbe(BufferedReader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  /** Entry of the JVM. */
  public static void main(String[] none) throws Exception {
    ParentWatch.start();
    LiveProbe probe =
        new LiveProbe(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setIn(InputStream.nullInputStream());
    LiveSettings settings = LiveSettings.read(LiveTask.settingsFile());
    LiveTask.arm(settings);
    CountDownLatch done = new CountDownLatch(1);
    // Not the main thread, which may end the JVM.
    Thread thread =
        new Thread(
            () -> {
              try {
                probe.run(settings);
              } finally {
                done.countDown();
              }
            },
            "concur-probe");
    thread.setDaemon(true);
    thread.start();
    done.await();
    Runtime.getRuntime().halt(0);
  }

  private void run(LiveSettings settings) {
    Weaver weaver =
        new Weaver(this::waitOf, settings.rewrite(Change.NONE), Optional.of(settings.subject()));
    for (int size : SIZES) {
      if (!tried(settings.making(size, 0), weaver, PER_HALF) || enough()) {
        break;
      }
    }
    for (int size : LARGE) {
      if (settings.driver().isEmpty()
          && fine
          && !representative
          && !tried(settings.making(size, 0), weaver, PER_HALF)) {
        break;
      }
    }
    int variants = settings.driver().isEmpty() ? Texts.VARIANTS : 1;
    for (int variant = 1; variant < variants && !representative; variant++) {
      boolean returns = tried(settings.making(SIZES[1], variant), weaver, PER_HALF / 10) && fine;
      for (int size : returns ? SIZES : new int[0]) {
        if (enough()) {
          break;
        }
        tried(settings.making(size, variant), weaver, PER_HALF / 2);
      }
    }
    for (Change change : settings.changes()) {
      best.ifPresent(with -> change(with, change));
    }
    say("entered", String.valueOf(Stub.entered()));
    weaver.replaced().forEach(name -> say("stub", name));
    say("done", "");
  }

  /**
   * Whether what was played last took as long as a task should, or so long that more is a waste.
   */
  private boolean enough() {
    return fine && (lastNanos > ENOUGH || (representative && lastNanos > expectedNanos));
  }

  /** Tries one size of one kind of values; false when no larger one is worth a try. */
  private boolean tried(LiveSettings made, Weaver weaver, long nanosPerHalf) {
    try {
      Jail.forgetRefusals();
      Subject.stubWith(made, 1);
      measure(Subject.load(made, weaver), made, nanosPerHalf);
      return true;
    } catch (CannotMake reason) {
      Jail.refusals().forEach(what -> say("refused", what));
      say("failed", reason.reason());
      return false;
    } catch (OutOfMemoryError tooLarge) {
      return false;
    }
  }

  /** Half of the time to warm up, the other half counts. */
  private void measure(Subject subject, LiveSettings made, long nanosPerHalf) {
    // The first call loads classes and says nothing of the others.
    subject.call(0);
    Held.clear();
    Half first = new Half(subject, nanosPerHalf);
    Half second = new Half(subject, nanosPerHalf);
    lastNanos = second.nanos;
    expectedNanos = made.expectedNanos();
    fine = second.normal >= .5 && Jail.refusals().isEmpty();
    if (fine && second.nanos * FAR_OFF > made.expectedNanos()) {
      representative = true;
    }
    if (fine && second.nanos < LONG && second.nanos > bestNanos) {
      best = Optional.of(made);
      bestNanos = second.nanos;
    }
    Jail.refusals().forEach(what -> say("refused", what));
    say(
        "size",
        String.format(
            Locale.ROOT,
            "%d %d %.1f %.1f %.3f %.3f %d %s",
            made.size(),
            made.variant(),
            second.nanos,
            second.waited,
            second.normal,
            second.nanos / first.nanos,
            Jail.refusals().size(),
            subject.problem().orElse("-")));
  }

  /** Whether it still returns when its lock is changed, and how much of it runs under the lock. */
  private void change(LiveSettings made, Change change) {
    try {
      Held.timed();
      Subject subject =
          Subject.load(made, new Weaver(this::waitOf, made.rewrite(change), Optional.empty()));
      new Half(subject, PER_HALF / 2);
      long before = Held.nanos();
      Half half = new Half(subject, PER_HALF / 2);
      say(
          "change",
          String.format(
              Locale.ROOT,
              "%s %.3f %.3f %s",
              change,
              (Held.nanos() - before) / (half.nanos * half.calls),
              half.normal,
              subject.problem().orElse("-")));
    } catch (CannotMake reason) {
      say("change", change + " 1 0 " + reason.reason());
    }
  }

  /** Calls for a while: means per call. */
  private static final class Half {
    final double nanos;
    final double waited;
    final double normal;
    final int calls;

    Half(Subject subject, long length) {
      long start = System.nanoTime();
      long waitedBefore = Stub.waitedNanos();
      int made = 0;
      int fine = 0;
      while (made < MOST_CALLS && (made < 2 || System.nanoTime() - start < length)) {
        fine += subject.call(0) ? 1 : 0;
        Held.clear();
        made++;
      }
      calls = made;
      nanos = (double) (System.nanoTime() - start) / calls;
      waited = (double) (Stub.waitedNanos() - waitedBefore) / calls;
      normal = (double) fine / calls;
    }
  }

  private Optional<Double> waitOf(MethodRef method) {
    return asked.computeIfAbsent(method.toString(), name -> ask(method));
  }

  private synchronized Optional<Double> ask(MethodRef method) {
    say("ask", method.owner() + " " + method.name() + " " + method.descriptor());
    try {
      String answer = in.readLine();
      return answer == null || answer.equals("no")
          ? Optional.empty()
          : Optional.of(Double.valueOf(answer));
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  private void say(String word, String text) {
    out.println((word + " " + text.replaceAll("\\s+", " ")).trim());
  }
}
