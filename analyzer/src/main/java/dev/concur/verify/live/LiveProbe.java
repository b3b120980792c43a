package dev.concur.verify.live;

import com.sun.management.OperatingSystemMXBean;
import dev.concur.model.MethodRef;
import dev.concur.weave.Held;
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

  private static final long PER_HALF = 120_000_000L;

  /** One call that starts so many threads would do the same to the machine a thousand times. */
  private static final int MOST_THREADS = 300;

  // Made before the jail is closed: it reads files of the system.
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final BufferedReader in;
  private final PrintStream out;
  private final Map<String, Optional<Double>> asked = new ConcurrentHashMap<>();

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
        new Weaver(
            this::waitOf, settings.rewrite(Change.NONE), Optional.of(settings.of().subject()));
    Attempts attempts = new Attempts(weaver, this::say);
    if (settings.of().driver().isEmpty()) {
      capture(settings, attempts);
    }
    if (!attempts.representative()) {
      invent(settings, attempts);
    }
    for (Change change : settings.of().changes()) {
      attempts.best().ifPresent(with -> change(with, change));
    }
    say("entered", String.valueOf(Stub.entered()));
    weaver.replaced().forEach(name -> say("stub", name));
    Proxies.waiting().forEach(name -> say("stub", name));
    say("done", "");
  }

  /** Calls that tests make, until one is as it was expected to be. */
  private static void capture(LiveSettings settings, Attempts attempts) {
    int most = settings.of().fresh() ? 0 : settings.of().tests().calls().size();
    for (int call = 0; call < most && !attempts.representative(); call++) {
      attempts.tried(settings.taking(call), PER_HALF);
    }
  }

  private void invent(LiveSettings settings, Attempts attempts) {
    try (LiveLoader unwoven =
        new LiveLoader(settings.of().classPath(), new Weaver(none -> Optional.empty()))) {
      new Invention(settings, attempts, unwoven, PER_HALF, system).run();
    } catch (IOException unreadable) {
      say("failed", "its class path cannot be read: " + unreadable.getMessage());
    }
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
