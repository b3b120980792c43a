package dev.concur.verify;

import dev.concur.model.MethodRef;
import dev.concur.verify.live.ScoutSettings;
import dev.concur.verify.live.TestCall;
import dev.concur.verify.live.Tests;
import dev.concur.weave.AgentJars;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the tests of the user's, each module's in a jailed JVM, to see which of them call what. */
final class Scouting {

  /** All tests of a module; what is known by then is used. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** So many calls of a method are tried, those that took longest. */
  private static final int MOST_CALLS = 3;

  /** A class of tests that takes longer is left. */
  private static final Duration LONGEST_CLASS = Duration.ofSeconds(20);

  /** So often it goes on after a class of tests that ended the JVM or was left. */
  private static final int MOST_STARTS = 8;

  private static final long LOOK_MILLIS = 200;

  private static final int MOST_CHARS = 8192;

  private final VerifyRequest request;
  private final BenchmarkJdk jdk;
  private final List<MethodRef> methods;
  private final Map<MethodRef, List<Seen>> seen = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<String> failure = Optional.empty();
  private final Set<String> begun = new LinkedHashSet<>();
  private String running = "";
  private long runningSince;
  private boolean ended;
  private boolean cut;

  private Scouting(VerifyRequest request, BenchmarkJdk jdk, Collection<MethodRef> methods) {
    this.request = request;
    this.jdk = jdk;
    this.methods = List.copyOf(methods);
  }

  /** A call of a test; of no time when it threw. */
  private record Seen(TestModule module, TestCall call, long nanos) {}

  /** The calls of these methods; each module's tests are run once. */
  static CapturedCalls of(VerifyRequest request, BenchmarkJdk jdk, Collection<MethodRef> methods) {
    if (request.tests().isEmpty() || methods.isEmpty()) {
      return CapturedCalls.NONE;
    }
    Scouting scouting = new Scouting(request, jdk, methods);
    for (int k = 0; k < request.tests().size(); k++) {
      try {
        scouting.run(request.tests().get(k), request.output().resolve("tests").resolve("" + k));
      } catch (IOException broken) {
        scouting.failure = Optional.of("the tests could not be run: " + broken.getMessage());
      }
    }
    return new CapturedCalls(scouting.best(), scouting.whyNot());
  }

  private Map<MethodRef, Tests> best() {
    Map<MethodRef, Tests> best = new LinkedHashMap<>();
    seen.forEach(
        (method, all) -> {
          TestModule module = all.get(0).module;
          List<TestCall> calls =
              all.stream()
                  .filter(each -> each.module.equals(module))
                  .sorted(Comparator.comparingLong(Seen::nanos).reversed())
                  .limit(MOST_CALLS)
                  .map(Seen::call)
                  .toList();
          best.put(method, new Tests(module.folder(), module.classPath(), calls));
        });
    return best;
  }

  private String whyNot() {
    if (failure.isPresent()) {
      return failure.get();
    }
    String none = cut ? "no test called it in " + LONGEST.toSeconds() + " s" : "no test calls it";
    return problems.isEmpty()
        ? none
        : none + " (" + problems.size() + " problems, first: " + problems.get(0) + ")";
  }

  /** In one JVM, or in further ones after those that a test class has ended. */
  private void run(TestModule module, Path folder) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    begun.clear();
    ended = false;
    for (int start = 0; start < MOST_STARTS && !ended && System.nanoTime() < end; start++) {
      runOnce(module, folder.toAbsolutePath(), end);
      if (!ended && running.isEmpty()) {
        return;
      }
    }
    cut |= !ended;
  }

  private void runOnce(TestModule module, Path home, long end) throws IOException {
    Path scratch = Files.createDirectories(home.resolve("sandbox"));
    Path file = home.resolve("settings.properties");
    new ScoutSettings(
            scratch, module.folder(), module.tests(), module.classPath(), methods, found(), begun)
        .write(file);
    running = "";
    Process process =
        new ProcessBuilder(Namespaces.around(command(home, scratch, file), scratch))
            .directory(module.folder().toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Thread listen = new Thread(() -> listen(process, module), "concur-scout");
      listen.setDaemon(true);
      listen.start();
      await(process, end);
      end(process);
      listen.join(2000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      end(process);
    }
    left();
  }

  /** Until it ends, or the time for all or for one class of tests is over. */
  private void await(Process process, long end) throws InterruptedException {
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      long now = System.nanoTime();
      if (now > end || tooLong(now)) {
        return;
      }
    }
  }

  private synchronized boolean tooLong(long now) {
    return !running.isEmpty() && now - runningSince > LONGEST_CLASS.toNanos();
  }

  private synchronized void left() {
    if (!ended && !running.isEmpty()) {
      problems.add(running + " ended the JVM or took too long");
    }
  }

  private synchronized Set<Integer> found() {
    return seen.keySet().stream().map(methods::indexOf).collect(Collectors.toSet());
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private List<String> command(Path home, Path scratch, Path settings) throws IOException {
    List<String> command = new ArrayList<>(JailedJvm.command(jdk, request, scratch));
    command.add("-Dconcur.scout=" + settings);
    command.add(AgentJars.in(home).option());
    command.addAll(
        List.of(
            "-cp",
            BenchmarkProject.joined(request.workerClassPath()),
            "dev.concur.verify.live.TestWorker"));
    return command;
  }

  private void listen(Process process, TestModule module) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      Optional<String> line = Probing.line(in, MOST_CHARS);
      while (line.isPresent()) {
        heard(line.get(), module);
        line = Probing.line(in, MOST_CHARS);
      }
    } catch (IOException ended) {
      // What was said until then counts.
    }
    process.destroyForcibly();
  }

  private synchronized void heard(String line, TestModule module) {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "call" -> call(words[1].split(" ", 4), module);
      case "begin" -> {
        begun.add(words[1]);
        running = words[1];
        runningSince = System.nanoTime();
      }
      case "problem" -> problems.add(words[1]);
      case "failed" -> {
        failure = Optional.of(words[1]);
        ended = true;
      }
      case "done" -> ended = true;
      default -> {
        // A line of the JVM's own.
      }
    }
  }

  private void call(String[] words, TestModule module) {
    TestCall call = new TestCall(words[3], Integer.parseInt(words[1]));
    seen.computeIfAbsent(methods.get(Integer.parseInt(words[0])), none -> new ArrayList<>())
        .add(new Seen(module, call, Long.parseLong(words[2])));
  }
}
