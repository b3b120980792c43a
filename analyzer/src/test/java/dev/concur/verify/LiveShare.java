package dev.concur.verify;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.advise.Advice;
import dev.concur.advise.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how much of the measurable advice on given code can be measured on the code itself: run by
 * hand. Nothing is measured but the trial of each method.
 */
final class LiveShare {

  private LiveShare() {}

  /** Arguments: output folder, then jars or folders of classes, each counted for itself. */
  public static void main(String[] arguments) throws IOException {
    BenchmarkJdk jdk = BenchmarkJdks.search().preferred().orElseThrow();
    for (String path : List.of(arguments).subList(1, arguments.length)) {
      List<Path> classPath = new ArrayList<>();
      for (String each : path.split(":")) {
        classPath.add(Path.of(each));
      }
      VerifyRequest request =
          VerifyRequest.into(Path.of(arguments[0], Path.of(path).getFileName().toString()))
              .withClassPath(classPath);
      count(classPath.get(0), request, jdk);
    }
  }

  private static void count(Path code, VerifyRequest request, BenchmarkJdk jdk) throws IOException {
    Settings settings =
        new Settings()
            .paths(List.of(code.toString()))
            .classpath(request.classPath().subList(1, request.classPath().size()));
    List<Advice> advice = Concur.analyze(settings.request()).report().advice();
    Map<String, Integer> counts = new TreeMap<>();
    for (Advice each : advice) {
      if (each.experiment().isEmpty() || each.finding().suppressed().isPresent()) {
        continue;
      }
      Experiment experiment = each.experiment().get();
      LiveCheck check =
          Hindrance.of(experiment, jdk).isPresent()
              ? new LiveCheck(java.util.Optional.empty(), Hindrance.of(experiment, jdk).get())
              : LiveCheck.of(experiment, request, jdk);
      String outcome = check.run().isPresent() ? "live" : "not live";
      counts.merge(outcome, 1, Integer::sum);
      System.out.printf(
          "  %s %s, %s %s, %s: %s%n",
          outcome,
          experiment.title(),
          experiment.advised().model().word(),
          experiment.advised().lock(),
          experiment.subject().map(Object::toString).orElse("no one method"),
          check.run().map(LiveRun::toString).orElse(check.reason()));
    }
    System.out.println(code.getFileName() + " " + counts + " of " + advice.size() + " advices");
  }
}
