package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One experiment is really generated, compiled, forked and judged here. */
class VerifierTest {

  @TempDir Path output;

  @Test
  void sixteen_threads_that_wait_are_measured_to_be_much_faster_than_one() throws IOException {
    Experiment experiment = Known.waitingOnThreads();
    Verdict verdict =
        new Verifier(VerifyRequest.into(output).withGate(LoadGate.OPEN))
            .verify(experiment, Budget.of(Duration.ofSeconds(90)));
    Measurement measured =
        verdict.measured().orElseThrow(() -> new AssertionError(verdict.toString()));
    assertTrue(measured.speedup() > 3 && measured.speedup() < 20, verdict.toString());
    assertEquals(Fidelity.MODELLED, measured.fidelity());
    assertTrue(measured.pairs() >= 3, verdict.toString());
    assertTrue(Files.exists(output.resolve(measured.source())), verdict.toString());
    assertTrue(Files.exists(output.resolve("waiting-on-threads/samples.jsonl")));
    String swept = verdict.reason().replaceFirst(".*waits swept: ", "");
    assertTrue(
        swept.matches(
            "[\\d.]+x at 200 us, [\\d.]+x at 2 ms, [\\d.]+x at 20 ms \\(batches of 4\\); .*"),
        swept);
    double longest = Double.parseDouble(swept.replaceFirst(".* ([\\d.]+)x at 20 ms.*", "$1"));
    assertTrue(longest > 2.5 && longest < 4.4, "four tasks wait at once: " + swept);
    String shown = ran(measured.rerun() + " -f 1 -wi 0 -i 1 -r 1ms");
    assertTrue(shown.contains("Advice_waiting_on_threads.advised"), shown);
    Path folder = output.resolve("waiting-on-threads");
    String compiled =
        ran(Rerun.compileCommand(BenchmarkJdks.search().preferred().orElseThrow(), folder));
    assertFalse(compiled.contains("error"), compiled);
  }

  @Test
  void without_a_jdk_nothing_runs_and_the_verdict_says_why() {
    Verdict verdict =
        new Verifier(VerifyRequest.into(output).withJdk(Optional.empty()))
            .verify(List.of(Known.waitingOnThreads()))
            .get("waiting-on-threads");
    assertEquals(
        new Verdict.NotRun(
            "no JDK with a compiler was found; name one with --benchmark-jdk DIR or set JAVA_HOME"),
        verdict);
  }

  @Test
  void on_a_busy_machine_nothing_is_said_of_a_lock() {
    LoadGate tooStrict = new LoadGate(-1, Duration.ZERO);
    Verdict verdict =
        new Verifier(VerifyRequest.into(output).withGate(tooStrict))
            .verify(Known.threadsUnderGil(2), Budget.of(Duration.ofSeconds(90)));
    assertEquals("undecided", verdict.word(), verdict.toString());
    assertTrue(verdict.reason().startsWith("machine busy (run-delay "), verdict.reason());
    assertEquals(Optional.empty(), verdict.measured());
  }

  @Test
  void on_a_busy_machine_what_it_cannot_change_is_measured_first() {
    List<String> judged = new ArrayList<>();
    VerifyListener listener =
        new VerifyListener() {
          @Override
          public void judged(Experiment experiment, Verdict verdict, int done, int all) {
            judged.add(experiment.id() + " " + verdict.measured().isPresent());
          }
        };
    new Verifier(
            VerifyRequest.into(output)
                .withBudget(Duration.ofSeconds(90))
                .withGate(new LoadGate(-1, Duration.ZERO))
                .withListener(listener))
        .verify(
            List.of(
                Known.threadsUnderGil(2), Known.shardsInsteadOfGil(2), Known.waitingOnThreads()));
    assertEquals(
        List.of(
            "threads-under-gil false", "waiting-on-threads true", "shards-instead-of-gil false"),
        judged.subList(0, 3));
    assertFalse(Files.exists(output.resolve("shards-instead-of-gil")), "made in vain");
  }

  @Test
  void threads_that_compute_make_a_machine_busy() {
    AtomicBoolean busy = new AtomicBoolean(true);
    int cores = Runtime.getRuntime().availableProcessors();
    List<Thread> load =
        IntStream.range(0, 4 * cores).mapToObj(k -> new Thread(() -> spin(busy))).toList();
    load.forEach(Thread::start);
    try {
      LoadGate gate = new LoadGate(LoadGate.USUAL.most(), Duration.ZERO);
      double share = gate.await(Budget.of(Duration.ofSeconds(5)));
      assertFalse(gate.passes(share), "share " + share);
    } finally {
      busy.set(false);
    }
  }

  private static void spin(AtomicBoolean busy) {
    while (busy.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_jdk_of_17_cannot_judge_virtual_threads() {
    BenchmarkJdk old = new BenchmarkJdk(Path.of("jdk"), 17, "17.0.1", "", "");
    assertEquals(
        Optional.of("it needs JDK 21 or newer; found 17.0.1"),
        Hindrance.of(Known.waitingOnVirtualThreads(), old));
  }

  @Test
  void a_jvm_warms_up_with_hardly_any_waits() {
    BenchmarkJdk jdk = BenchmarkJdks.search().preferred().orElseThrow();
    VerifyRequest request = VerifyRequest.into(output);
    DrivenBefore before = new DrivenBefore(output, new VerdictCache(request, jdk));
    try (Workshop workshop = new Workshop(request, jdk, CapturedCalls.NONE, before, new Ledger())) {
      Trial.Bench bench = workshop.makeModelled(Known.waitingOnThreads(), "").bench().orElseThrow();
      Duel duel = new Duel(jdk, bench.project(), request, Optional.empty(), new Ledger());

      assertEquals(
          new Bout.Hurry("tasks=16 waitNanos=20000", "tasks=16 waitNanos=2000000"),
          duel.hurry(bench.standIn()));
    }
  }

  @Test
  void what_runs_in_vector_registers_can_be_run_again_by_hand() throws IOException {
    BenchmarkJdk jdk = BenchmarkJdks.search().preferred().orElseThrow();
    VerifyRequest request = VerifyRequest.into(output);
    DrivenBefore before = new DrivenBefore(output, new VerdictCache(request, jdk));
    try (Workshop workshop = new Workshop(request, jdk, CapturedCalls.NONE, before, new Ledger())) {
      Workshop.Made made = workshop.makeModelled(Known.vectorised(), "");
      assertEquals(Optional.empty(), made.failure());
    }
    Path folder = output.resolve("vectorised");
    String shown = ran(Rerun.runCommand(jdk, folder, Optional.empty()) + " -f 1 -wi 0 -i 1 -r 1ms");
    assertTrue(shown.contains("Advice_vectorised.advised"), shown);
    assertFalse(shown.contains("NoClassDefFoundError"), shown);
  }

  /** What a shell prints for a command that was pasted into it. */
  private static String ran(String command) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
