package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Experiment;
import dev.concur.model.Kind;
import dev.concur.weave.LockRewrite.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden files of generated benchmarks. To renew them run with {@code -Dconcur.golden.write=true}
 * and review the difference.
 */
class BenchmarkSourceTest {

  private static final Rounds ROUNDS =
      new Rounds(Map.of(Kernel.MATHS, 100.0, Kernel.CRYPTO, 400.0, Kernel.TEXT, 200.0));

  @TempDir Path folder;

  static List<Experiment> experiments() {
    return List.of(
        Known.tinyHandOffs(),
        Known.waitingOnThreads(),
        Known.waitingOnVirtualThreads(),
        Known.waitingAsync(),
        Known.computingOnCores(Kind.CRYPTO, 2),
        Known.shardsInsteadOfGil(2),
        Known.waitingMovedOut(),
        Known.processesInsteadOfGil(2),
        Known.vectorised());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny-hand-offs",
        "waiting-on-threads",
        "waiting-on-virtual",
        "waiting-async",
        "computing-crypto",
        "shards-instead-of-gil",
        "waiting-moved-out",
        "processes-instead-of-gil",
        "vectorised"
      })
  void the_source_is_as_reviewed(String id) throws IOException {
    Experiment experiment =
        experiments().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    String name = "golden/" + id + ".java.txt";
    String source = source(experiment).text();
    if (Boolean.getBoolean("concur.golden.write")) {
      Files.writeString(Path.of("src/test/resources/dev/concur/verify").resolve(name), source);
    }
    try (InputStream golden = getClass().getResourceAsStream(name)) {
      assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), source);
    }
  }

  @Test
  void every_kernel_and_every_model_compiles() throws IOException {
    VerifyRequest request = VerifyRequest.into(folder);
    BenchmarkJdk jdk = request.jdk().orElseThrow();
    List<Experiment> all = new ArrayList<>(experiments());
    Arrays.stream(Kind.values())
        .filter(kind -> !kind.waits())
        .forEach(kind -> all.add(Known.computingOnCores(kind, 2)));
    List<Optional<String>> failures = new ArrayList<>();
    try (BenchmarkCompiler compiler = new BenchmarkCompiler(jdk, WorkerClassPath.ofThisProcess())) {
      for (Experiment experiment : all) {
        if (Hindrance.of(experiment, jdk).isEmpty()) {
          BenchmarkSource source = source(experiment);
          failures.add(
              compiler.compile(
                  BenchmarkProject.write(request, jdk, experiment, source, Optional.empty())));
        }
      }
    }
    assertEquals(failures.stream().map(failure -> Optional.empty()).toList(), failures);
    assertTrue(failures.size() > all.size() / 2, "only " + failures.size() + " were compiled");
  }

  @Test
  void the_users_own_method_compiles_in_every_model_that_can_play_it() throws IOException {
    VerifyRequest request = VerifyRequest.into(folder);
    BenchmarkJdk jdk = request.jdk().orElseThrow();
    LiveRun run =
        new LiveRun(
            List.of(),
            LiveRun.Arguments.invented(8, ""),
            1,
            5e6,
            5e6,
            1,
            List.of(),
            Set.of(Change.WAITING_OUTSIDE));
    List<Optional<String>> failures = new ArrayList<>();
    try (BenchmarkCompiler compiler = new BenchmarkCompiler(jdk, WorkerClassPath.ofThisProcess())) {
      for (Experiment experiment : experiments()) {
        if (Hindrance.of(experiment, jdk).isEmpty() && LiveRun.plays(experiment.advised())) {
          Experiment played = run.of(experiment);
          BenchmarkSource source = BenchmarkSource.live(played, StandIn.ofLive(played, 2), run, 2);
          failures.add(
              compiler.compile(
                  BenchmarkProject.write(request, jdk, played, source, Optional.of(run))));
        }
      }
    }
    assertEquals(failures.stream().map(failure -> Optional.empty()).toList(), failures);
    assertTrue(failures.size() > 4, "only " + failures.size() + " were compiled");
  }

  private static BenchmarkSource source(Experiment experiment) {
    return BenchmarkSource.of(experiment, StandIn.of(experiment, 2), ROUNDS, 2);
  }
}
