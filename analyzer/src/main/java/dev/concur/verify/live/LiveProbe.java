package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.Jail;
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
  private static final long PER_HALF = 120_000_000L;
  private static final int MOST_CALLS = 20_000;

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
    Weaver weaver = new Weaver(this::waitOf);
    for (int size : SIZES) {
      try {
        LiveSettings sized = settings.sized(size);
        Subject.stubWith(sized, 1);
        measure(Subject.load(sized, weaver), size);
      } catch (CannotMake reason) {
        say("failed", reason.reason());
        break;
      } catch (OutOfMemoryError tooLarge) {
        break;
      }
    }
    weaver.replaced().forEach(name -> say("stub", name));
    Jail.refusals().forEach(what -> say("refused", what));
    say("done", "");
  }

  /** Half of the time to warm up, the other half counts. */
  private void measure(Subject subject, int size) {
    Half first = new Half(subject);
    Half second = new Half(subject);
    say(
        "size",
        String.format(
            Locale.ROOT,
            "%d %.1f %.1f %.3f %.3f %s",
            size,
            second.nanos,
            second.waited,
            second.normal,
            second.nanos / first.nanos,
            subject.problem().orElse("-")));
  }

  /** Calls for a while: means per call. */
  private static final class Half {
    final double nanos;
    final double waited;
    final double normal;

    Half(Subject subject) {
      long start = System.nanoTime();
      long waitedBefore = Stub.waitedNanos();
      int calls = 0;
      int fine = 0;
      while (calls < MOST_CALLS && (calls < 2 || System.nanoTime() - start < PER_HALF)) {
        fine += subject.call(0) ? 1 : 0;
        calls++;
      }
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
