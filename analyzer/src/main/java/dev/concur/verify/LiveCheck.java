package dev.concur.verify;

import dev.concur.advise.Arm;
import dev.concur.advise.Experiment;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.verify.live.LiveSettings;
import dev.concur.verify.live.ParentWatch;
import dev.concur.weave.AgentJars;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Whether the user's own method can be driven, and how: tried out in a jailed JVM.
 *
 * @param run how; empty when it cannot
 * @param reason why not, or empty
 */
record LiveCheck(Optional<LiveRun> run, String reason) {

  private static final long PATIENCE_SECONDS = 8;

  /** Made-up arguments must bring at least this share of calls to a normal end. */
  private static final double MOSTLY = .5;

  /** Off by more than this from the estimate, a run was not a run of the task. */
  private static final double FAR_OFF = 30;

  /** What takes less, cannot be told from calling it. */
  private static final double SHORTEST = 1000;

  /** What takes longer does not fit into windows, ns. */
  private static final double LONGEST = 100e6;

  /** Calls that take this many times as long as the first ones pile something up. */
  private static final double SLOWER = 2;

  /** Warming up makes them this much faster at most; beyond it they have stopped doing it. */
  private static final double FASTER = 30;

  private static LiveCheck no(String reason) {
    return new LiveCheck(Optional.empty(), reason);
  }

  /** Tries it, unless it is clear beforehand that it is in vain. */
  static LiveCheck of(Experiment experiment, VerifyRequest request, BenchmarkJdk jdk)
      throws IOException {
    if (experiment.subject().isEmpty()) {
      return no("no one method is the task");
    }
    if (request.classPath().isEmpty()) {
      return no("the classes are not at hand");
    }
    Optional<Arm> unplayable =
        experiment.arms().stream().limit(2).filter(arm -> !LiveRun.plays(arm)).findFirst();
    if (unplayable.isPresent()) {
      return no(
          "concur does not rewrite the code for "
              + unplayable
                  .get()
                  .change()
                  .map(change -> change.word())
                  .orElse(unplayable.get().model().word()));
    }
    Path folder =
        BenchmarkProject.folderOf(request.output(), experiment).resolve("live").toAbsolutePath();
    Files.createDirectories(folder);
    LiveCheck first = attempt(experiment, request, jdk, folder, false);
    return first.reason.startsWith(DRIFTS)
        ? attempt(experiment, request, jdk, folder, true)
        : first;
  }

  private static final String DRIFTS = "its time drifts from call to call";

  private static LiveCheck attempt(
      Experiment experiment, VerifyRequest request, BenchmarkJdk jdk, Path folder, boolean fresh)
      throws IOException {
    Path file = folder.resolve("settings.properties");
    LiveSettings settings =
        new LiveSettings(
            folder.resolve("sandbox"),
            request.classPath().stream().filter(Files::exists).toList(),
            experiment.subject().orElseThrow(),
            8,
            fresh,
            Map.of());
    settings.write(file);
    List<String> options = options(folder, file);
    Probing probing = new Probing(request);
    probing.run(command(jdk, request, options));
    LiveCheck verdict = judge(experiment, probing, options);
    if (verdict.run.isPresent()) {
      new LiveSettings(
              settings.folder(),
              settings.classPath(),
              settings.subject(),
              verdict.run.get().size(),
              fresh,
              probing.waits)
          .write(file);
    }
    return verdict;
  }

  private static List<String> options(Path folder, Path settings) throws IOException {
    return List.of(
        "-XX:-PrintWarnings",
        "-Djava.awt.headless=true",
        "-Dconcur.live=" + settings,
        AgentJars.in(folder).option());
  }

  private static List<String> command(
      BenchmarkJdk jdk, VerifyRequest request, List<String> options) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString(), "-Xmx512m"));
    command.addAll(List.of(ParentWatch.option(), "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            BenchmarkProject.joined(request.workerClassPath()),
            "dev.concur.verify.live.LiveProbe"));
    return command;
  }

  private static LiveCheck judge(Experiment experiment, Probing probing, List<String> options) {
    if (!probing.refused.isEmpty()) {
      return no("it " + probing.refused.get(0) + ", which is refused while verifying");
    }
    List<Try> normal = probing.tries.stream().filter(each -> each.normal >= MOSTLY).toList();
    if (normal.isEmpty()) {
      String why =
          probing.tries.isEmpty()
              ? probing.failure.orElse(
                  "it did not return within " + PATIENCE_SECONDS + " s, or ended the JVM")
              : "made-up arguments end it with " + probing.tries.get(0).problem;
      return no(why);
    }
    double expected = Math.max(1, experiment.workload().total().middle());
    Try best = normal.get(0);
    for (Try each : normal) {
      best = each.awayFrom(expected) < best.awayFrom(expected) ? each : best;
    }
    return representative(experiment, best, expected, probing, options);
  }

  private static LiveCheck representative(
      Experiment experiment, Try best, double expected, Probing probing, List<String> options) {
    if (best.nanos < SHORTEST || best.nanos * FAR_OFF < expected) {
      return no(
          String.format(
              Locale.ROOT,
              "with made-up arguments it returns after %s where %s were expected",
              Nanos.text(best.nanos),
              Nanos.text(expected)));
    }
    if (best.nanos > LONGEST) {
      return no("a call takes " + Nanos.text(best.nanos) + ", too long for windows");
    }
    boolean shouldWait =
        experiment.workload().waiting().plus(experiment.workload().heldWaiting()).middle()
            > expected / 2;
    if (shouldWait && best.waited < expected / FAR_OFF) {
      return no("with made-up arguments it does not reach its waits");
    }
    if (best.drift > SLOWER || best.drift < 1 / FASTER) {
      return no(DRIFTS + " (x" + best.drift + ")");
    }
    return new LiveCheck(
        Optional.of(new LiveRun(options, best.size, best.nanos, best.waited, probing.stubs)), "");
  }

  /** One size that was tried. */
  private record Try(
      int size, double nanos, double waited, double normal, double drift, String problem) {

    static Try parse(String line) {
      String[] words = line.split(" ", 6);
      return new Try(
          Integer.parseInt(words[0]),
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          Double.parseDouble(words[3]),
          Double.parseDouble(words[4]),
          words[5]);
    }

    double awayFrom(double expected) {
      return Math.abs(Math.log(nanos / expected));
    }
  }

  /** The conversation with the probing JVM. */
  private static final class Probing {
    private final VerifyRequest request;
    private final List<Try> tries = new ArrayList<>();
    private final List<String> stubs = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Double> waits = new TreeMap<>();
    private Optional<String> failure = Optional.empty();

    Probing(VerifyRequest request) {
      this.request = request;
    }

    void run(List<String> command) throws IOException {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      Thread talk = new Thread(() -> talk(process), "concur-probe");
      talk.setDaemon(true);
      talk.start();
      try {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        talk.join(2000);
      } catch (InterruptedException interrupted) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }

    private void talk(Process process) {
      try (BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
          OutputStream out = process.getOutputStream()) {
        String line;
        while ((line = in.readLine()) != null) {
          heard(line, out);
        }
      } catch (IOException ended) {
        // What was said until then counts.
      }
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
        case "stub" -> stubs.add(rest);
        case "refused" -> refused.add(rest);
        case "failed" -> failure = Optional.of(rest);
        default -> {
          // A line of the JVM's own.
        }
      }
    }

    private String answer(String[] words) {
      MethodRef method = new MethodRef(words[0], words[1], words[2]);
      Optional<Double> nanos = request.waits().apply(method).map(Interval::middle);
      nanos.ifPresent(known -> waits.put(method.toString(), known));
      return nanos.map(String::valueOf).orElse("no");
    }
  }
}
