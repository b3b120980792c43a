package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.Advisor;
import dev.concur.advise.Experiment;
import dev.concur.advise.Verdict;
import dev.concur.input.Inputs;
import dev.concur.report.Report;
import dev.concur.verify.BenchmarkJdk;
import dev.concur.verify.BenchmarkJdks;
import dev.concur.verify.Spent;
import dev.concur.verify.TestModule;
import dev.concur.verify.Verifier;
import dev.concur.verify.VerifyListener;
import dev.concur.verify.VerifyRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Advice put to the test. */
final class Measuring {

  private final Verification asked;
  private final Progress progress;
  private final Optional<BenchmarkJdk> jdk;
  private final List<TestModule> tests;
  private Optional<Report.Spending> spending = Optional.empty();

  Measuring(Verification asked, List<String> paths, Progress progress) {
    this.tests = asked.tests().map(search -> search.modules(paths)).orElse(List.of());
    this.asked = asked;
    this.progress = progress;
    this.jdk = asked.jdk().map(Measuring::given).or(() -> BenchmarkJdks.search().preferred());
  }

  private static BenchmarkJdk given(Path home) {
    return BenchmarkJdk.at(home)
        .orElseThrow(
            () ->
                new UsageError(
                    "--benchmark-jdk "
                        + home
                        + ": no JDK is there; name a folder that has bin/javac"));
  }

  /** Version of the JDK that measured. */
  Optional<String> jdkVersion() {
    return jdk.map(BenchmarkJdk::version);
  }

  /** What the budget went on, once it is spent. */
  Optional<Report.Spending> spending() {
    return spending;
  }

  /** The advice with its verdicts; suppressed findings are not measured. */
  List<Advice> settle(List<Advice> advice, Inputs inputs) {
    List<Experiment> experiments =
        advice.stream()
            .filter(each -> each.finding().suppressed().isEmpty())
            .flatMap(each -> each.experiment().stream())
            .toList();
    VerifyRequest request =
        VerifyRequest.into(asked.output())
            .withClassPath(inputs.classPath())
            .withBudget(asked.budget())
            .withJdk(jdk)
            .withOptions(asked.options())
            .withTests(tests)
            .withListener(listener(experiments.size()));
    Map<String, Verdict> verdicts = new Verifier(request).verify(experiments);
    return Advisor.settle(advice, verdicts);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }

  private VerifyListener listener(int all) {
    return new VerifyListener() {
      private int judged;

      @Override
      public void working(Experiment experiment, String step) {
        progress.at("measuring: " + experiment.title() + ", " + step + ";", judged, all);
      }

      @Override
      public void judged(Experiment experiment, Verdict verdict, int done, int total) {
        judged = done;
        progress.at("measured", done, total);
      }

      @Override
      public void ended(Spent spent) {
        Map<String, Double> parts = new LinkedHashMap<>();
        spent.parts().forEach((what, time) -> parts.put(what, seconds(time)));
        spending =
            Optional.of(
                new Report.Spending(
                    seconds(spent.whole()),
                    parts,
                    spent.open(),
                    spent.forAll().map(Measuring::seconds)));
      }
    };
  }
}
