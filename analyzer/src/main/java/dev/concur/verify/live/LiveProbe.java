package dev.concur.verify.live;

import com.sun.management.OperatingSystemMXBean;
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
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /** A call that runs more than this share of the method's lines was no early exit. */
  static final double MOSTLY_COVERED = .5;

  /** After so much computing no further variants are tried: somebody waits for a verdict, ns. */
  private static final long TRYING = 6_000_000_000L;

  /** One call that starts so many threads would do the same to the machine a thousand times. */
  private static final int MOST_THREADS = 300;

  /** So many times the fields that a problem speaks of are filled. */
  private static final int MOST_FILLED = 8;

  /** Of fewer lines a share says nothing. */
  private static final int FEWEST_LINES = 3;

  /** Longer calls are not the ones to try further things with, ns. */
  private static final double LONG = 400e6;

  /** A call that takes this long need not grow, ns. */
  private static final double ENOUGH = 30e6;

  private static final int MOST_CALLS = 20_000;

  // Made before the jail is closed: it reads files of the system.
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final BufferedReader in;
  private final PrintStream out;
  private final Map<String, Optional<Double>> asked = new ConcurrentHashMap<>();

  private boolean fine;
  private boolean representative;
  private boolean covered;
  private Set<String> filled = Set.of();
  private String lastProblem = "";
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
    ThreadWatch.start(
        MOST_THREADS, threads -> probe.say("refused", "starts " + threads + " threads and more"));
    LiveSettings settings = LiveSettings.read(LiveTask.settingsFile());
    LiveTask.arm(settings);
    CountDownLatch done = new CountDownLatch(1);
    // Not the main thread, which may end the JVM.
    Thread thread =
        new Thread(
            () -> {
              try {
                probe.run(settings);
              } catch (RuntimeException | LinkageError broken) {
                probe.say("failed", "the trial itself broke: " + broken);
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
    if (settings.driver().isEmpty()) {
      capture(settings, weaver);
    }
    if (!representative) {
      invent(settings, weaver);
    }
    for (Change change : settings.changes()) {
      best.ifPresent(with -> change(with, change));
    }
    say("entered", String.valueOf(Stub.entered()));
    weaver.replaced().forEach(name -> say("stub", name));
    say("done", "");
  }

  /** Calls that tests make, until one is as it was expected to be. */
  private void capture(LiveSettings settings, Weaver weaver) {
    int most = settings.fresh() ? 0 : settings.tests().calls().size();
    for (int call = 0; call < most && !representative; call++) {
      tried(settings.taking(call), weaver, PER_HALF);
    }
  }

  private void invent(LiveSettings settings, Weaver weaver) {
    fine = false;
    grow(settings, weaver, SIZES);
    if (settings.driver().isEmpty()) {
      if (fine && !representative) {
        grow(settings, weaver, LARGE);
      }
      fill(settings, weaver);
      vary(settings, weaver);
    }
  }

  private void grow(LiveSettings settings, Weaver weaver, int[] sizes) {
    for (int size : sizes) {
      LiveSettings made = settings.making(size, settings.variant(), settings.fill());
      boolean hopeless = !fine && size > SIZES[1];
      if (hopeless || !tried(made, weaver, PER_HALF) || enough()) {
        return;
      }
    }
  }

  /** Gives values to the fields that problems speak of, until there is none or none is new. */
  private void fill(LiveSettings settings, Weaver weaver) {
    for (int round = 0; round < MOST_FILLED && !fine; round++) {
      Set<String> more = new TreeSet<>(filled);
      more.addAll(Fields.namedIn(lastProblem));
      if (more.equals(filled)) {
        return;
      }
      filled = more;
      tried(settings.making(SIZES[1], 0, filled), weaver, PER_HALF / 10);
    }
    if (fine && !representative && !filled.isEmpty()) {
      grow(settings.making(SIZES[1], 0, filled), weaver, SIZES);
    }
  }

  /** Other texts and numbers, and at last all fields filled. */
  private void vary(LiveSettings settings, Weaver weaver) {
    for (int variant = 1; variant <= Texts.VARIANTS && worthTrying(); variant++) {
      boolean last = variant == Texts.VARIANTS;
      Set<String> fields = last ? Set.of(LiveSettings.ALL) : filled;
      LiveSettings made = settings.making(SIZES[1], last ? 0 : variant, fields);
      if (tried(made, weaver, PER_HALF / 10) && fine) {
        growFurther(made, weaver);
      }
    }
  }

  private boolean worthTrying() {
    return !representative && !covered && cpuNanos() < TRYING;
  }

  private long cpuNanos() {
    return system.getProcessCpuTime();
  }

  private void growFurther(LiveSettings settings, Weaver weaver) {
    for (int size : SIZES) {
      if (enough()) {
        return;
      }
      tried(settings.making(size, settings.variant(), settings.fill()), weaver, PER_HALF / 2);
    }
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
      Stub.forgetLines();
      Subject.stubWith(made, 1);
      measure(Subject.load(made, weaver), made, nanosPerHalf);
      return true;
    } catch (CannotMake reason) {
      Jail.refusals().forEach(what -> say("refused", what));
      lastProblem = reason.reason();
      say(made.call() == LiveSettings.INVENTED ? "failed" : "uncaptured", reason.reason());
      return false;
    } catch (OutOfMemoryError tooLarge) {
      return false;
    }
  }

  /** Half of the time to warm up, the other half counts. */
  private void measure(Subject subject, LiveSettings made, long nanosPerHalf) {
    // The first call loads classes and says nothing of the others, but what throws throws again.
    long length = subject.call(0) ? nanosPerHalf : nanosPerHalf / 10;
    double share = coveredShare();
    Held.clear();
    Half first = new Half(subject, length);
    Half second = new Half(subject, length);
    lastNanos = second.nanos;
    expectedNanos = made.expectedNanos();
    fine = second.normal >= .5 && Jail.refusals().isEmpty();
    boolean waited =
        !made.waiting()
            || second.waited * FAR_OFF > made.expectedNanos()
            || second.waited * 10 > second.nanos;
    if (fine && waited && second.nanos * FAR_OFF > made.expectedNanos()) {
      representative = true;
    }
    covered |= fine && waited && share > MOSTLY_COVERED;
    if (fine && second.nanos < LONG && second.nanos > bestNanos) {
      best = Optional.of(made);
      bestNanos = second.nanos;
    }
    lastProblem = subject.problem().orElse("-");
    Jail.refusals().forEach(what -> say("refused", what));
    say(
        "size",
        String.format(
            Locale.ROOT,
            "%d %d %d %.1f %.1f %.3f %.3f %d %.3f %s %s",
            made.call(),
            made.size(),
            made.variant(),
            second.nanos,
            second.waited,
            second.normal,
            second.nanos / first.nanos,
            Jail.refusals().size(),
            share,
            made.fill().isEmpty() ? "-" : String.join(",", new TreeSet<>(made.fill())),
            lastProblem));
  }

  private static double coveredShare() {
    return Stub.lines() < FEWEST_LINES ? 0 : (double) Stub.linesSeen() / Stub.lines();
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
              (Held.nanos() - before) / half.elapsed,
              half.normal,
              subject.problem().orElse("-")));
    } catch (CannotMake reason) {
      say("change", change + " 1 0 " + reason.reason());
    }
  }

  /**
   * Calls for a while, in slices: the time of a call is the median over their means, so that a
   * pause in which the machine does something else does not make a short call a long one.
   */
  private static final class Half {
    private static final int SLICES = 8;

    final double nanos;
    final double waited;
    final double normal;
    final double elapsed;
    private int calls;
    private int fine;

    Half(Subject subject, long length) {
      long start = System.nanoTime();
      long waitedBefore = Stub.waitedNanos();
      List<Double> means = new ArrayList<>();
      while (calls < MOST_CALLS && (calls < 2 || System.nanoTime() - start < length)) {
        means.add(slice(subject, length / SLICES));
      }
      elapsed = System.nanoTime() - start;
      means.sort(null);
      nanos = means.get((means.size() - 1) / 2);
      waited = (double) (Stub.waitedNanos() - waitedBefore) / calls;
      normal = (double) fine / calls;
    }

    private double slice(Subject subject, long length) {
      long begun = System.nanoTime();
      int before = calls;
      do {
        fine += subject.call(0) ? 1 : 0;
        Held.clear();
        calls++;
      } while (calls - before < MOST_CALLS / SLICES && System.nanoTime() - begun < length);
      return (double) (System.nanoTime() - begun) / (calls - before);
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
