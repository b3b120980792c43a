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
  private static final long PER_SIZE = 150_000_000L;
  private static final int MOST_CALLS = 2000;

  private final BufferedReader in;
  private final PrintStream out;
  private final Map<String, Optional<Double>> asked = new ConcurrentHashMap<>();

  private LiveProbe(BufferedReader in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  /** Entry of the JVM. */
  public static void main(String[] none) throws Exception {
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

  private void measure(Subject subject, int size) {
    long start = System.nanoTime();
    long waitedBefore = Stub.waitedNanos();
    int calls = 0;
    int normal = 0;
    long firstHalf = 0;
    while (calls < MOST_CALLS && (calls < 3 || System.nanoTime() - start < PER_SIZE)) {
      normal += subject.call(0) ? 1 : 0;
      calls++;
      if (System.nanoTime() - start < PER_SIZE / 2) {
        firstHalf = calls;
      }
    }
    double wall = (double) (System.nanoTime() - start) / calls;
    double waited = (double) (Stub.waitedNanos() - waitedBefore) / calls;
    double drift = firstHalf > 0 && calls > 8 ? (double) (calls - firstHalf) / firstHalf : 1;
    say(
        "size",
        String.format(
            Locale.ROOT,
            "%d %.1f %.1f %.3f %.3f %s",
            size,
            wall,
            waited,
            (double) normal / calls,
            drift,
            subject.problem().orElse("-")));
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
