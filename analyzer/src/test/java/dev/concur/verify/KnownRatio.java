package dev.concur.verify;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.advise.Experiment;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Verdict;
import dev.concur.model.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two arms in one thread, of which one computes a known part of what the other does. */
final class KnownRatio {

  /** What is computed; the advised arm does it 1/ratio times as often. */
  private static final int ROUNDS = 4000;

  private KnownRatio() {}

  /**
   * The verdict over a known effect.
   *
   * @param predicted what the advice says
   * @param actual what is so
   */
  static Verdict judge(
      VerifyRequest request, Kind kind, double predicted, double actual, Budget budget)
      throws IOException {
    BenchmarkJdk jdk = request.jdk().orElseThrow();
    Experiment experiment = experiment(kind, predicted, actual);
    StandIn standIn = StandIn.of(experiment, 2);
    BenchmarkProject project =
        BenchmarkProject.write(
            request, jdk, experiment, source(experiment, standIn, actual), Optional.empty());
    try (BenchmarkCompiler compiler = new BenchmarkCompiler(jdk, request.workerClassPath())) {
      Optional<String> failure = compiler.compile(project);
      if (failure.isPresent()) {
        return new Verdict.NotRun(failure.get());
      }
    }
    Trial.Bench bench =
        new Trial.Bench(
            experiment, standIn, predicted, project, Optional.empty(), "", Duration.ZERO);
    return new Trial(request, jdk, bench, new Lull(request.gate()), new Ledger())
        .run(budget, budget);
  }

  private static Experiment experiment(Kind kind, double predicted, double actual) {
    return Known.experiment(
        String.format(Locale.ROOT, "ratio-%s-%.2f-%.2f", kind.word(), predicted, actual),
        "A known ratio",
        Known.computing(200e3, 100, kind),
        Known.arm("baseline", Role.BASELINE, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        Known.arm("advised", Role.ADVISED, Model.SEQUENTIAL, LockState.NONE, Parameters.NONE),
        predicted);
  }

  /** The source as it is generated, with fewer rounds in one arm and no comparison of results. */
  private static BenchmarkSource source(Experiment experiment, StandIn standIn, double actual) {
    Kernel kernel = BenchmarkSource.kernelOf(experiment);
    Rounds rounds = new Rounds(Map.of(kernel, standIn.cpu() / ROUNDS));
    BenchmarkSource plain = BenchmarkSource.of(experiment, standIn, rounds, 2);
    int advised = plain.text().indexOf("public long advised");
    String other =
        plain
            .text()
            .substring(advised)
            .replaceFirst("free\\(i, 0\\)", "less(i)")
            .replace("checksum = sum;", "checksum = 1;");
    String less =
        String.format(
            Locale.ROOT,
            "long less(int task) {%n    return task + work.compute(task, (int) (rounds / %.4f));%n"
                + "  }%n%n  /** advised: the same, less often. */%n  @Benchmark%n  ",
            actual);
    String before = plain.text().substring(0, advised);
    int annotation = before.lastIndexOf("@Benchmark");
    return new BenchmarkSource(plain.className(), before.substring(0, annotation) + less + other);
  }
}
