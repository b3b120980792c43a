package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictCacheTest {

  @TempDir Path folder;

  private final Experiment experiment = Known.waitingOnThreads();
  private final BenchmarkJdk jdk = new BenchmarkJdk(Path.of("jdk"), 25, "25.0.1", "", "");

  @Test
  void a_verdict_is_found_again_and_says_that_it_is_not_new() throws IOException {
    cache(jdk).keep(experiment, new Verdict.Confirmed(measurement(), "15x"));
    assertEquals(
        Optional.of(new Verdict.Confirmed(measurement(), "15x; measured in an earlier run")),
        cache(jdk).of(experiment));
  }

  @Test
  void other_code_another_advice_or_another_jdk_is_measured_anew() throws IOException {
    cache(jdk).keep(experiment, new Verdict.Confirmed(measurement(), "15x"));
    assertEquals(Optional.empty(), cache(jdk).of(Known.waitingAsync()));
    BenchmarkJdk newer = new BenchmarkJdk(Path.of("jdk"), 26, "26", "", "");
    assertEquals(Optional.empty(), cache(newer).of(experiment));
    Files.writeString(code().resolve("A.class"), "changed");
    assertEquals(Optional.empty(), cache(jdk).of(experiment));
  }

  private VerdictCache cache(BenchmarkJdk on) throws IOException {
    return new VerdictCache(
        VerifyRequest.into(folder.resolve("output")).withClassPath(List.of(code())), on);
  }

  private Path code() throws IOException {
    return Files.createDirectories(folder.resolve("classes"));
  }

  private Measurement measurement() {
    return new Measurement(
        Fidelity.LIVE,
        2,
        "25.0.1",
        15,
        14,
        16,
        16,
        .999,
        9,
        3,
        1,
        .005,
        OptionalDouble.of(.02),
        List.of("java.net.http.HttpClient.send"),
        "monitor of java.lang.Object",
        "a/A.java",
        "java @run.args",
        List.of(new ArmResult(experiment.advised(), 100, 90, 110, 3)));
  }
}
