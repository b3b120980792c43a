package dev.concur.verify;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.advise.Advice;
import dev.concur.advise.Experiment;
import dev.concur.input.FoundTests;
import dev.concur.input.InputRequest;
import dev.concur.input.Inputs;
import dev.concur.model.MethodRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts how much of the measurable advice on given code can be measured on the code itself: run by
 * hand. Nothing is measured but the trial of each method.
 */
final class LiveShare {

  /** Before a project: its own tests are run too, for the arguments that they give. */
  private static final String WITH_TESTS = "tests:";

  private LiveShare() {}

  /**
   * Arguments: output folder, then class paths, each counted for itself: the code first (a jar, a
   * folder of classes, a project that was built), its libraries after it. {@code tests:PROJECT}
   * runs the tests of the project as {@code --capture-tests} does. Of each, {@code
   * -Dconcur.first=35} tries the first 35 only.
   */
  public static void main(String[] arguments) throws IOException {
    BenchmarkJdk jdk = BenchmarkJdks.search().preferred().orElseThrow();
    for (String each : List.of(arguments).subList(1, arguments.length)) {
      boolean tested = each.startsWith(WITH_TESTS);
      String path = tested ? each.substring(WITH_TESTS.length()) : each;
      List<String> classPath = List.of(path.split(":"));
      Path output = Path.of(arguments[0], String.valueOf(Path.of(classPath.get(0)).getFileName()));
      count(classPath, tested, VerifyRequest.into(output), jdk);
    }
  }

  private static void count(
      List<String> classPath, boolean tested, VerifyRequest request, BenchmarkJdk jdk)
      throws IOException {
    Settings settings =
        new Settings()
            .paths(List.of(classPath.get(0)))
            .classpath(classPath.stream().skip(1).map(Path::of).toList());
    List<Advice> advice = Concur.analyze(settings.request()).report().advice();
    List<Experiment> experiments =
        advice.stream()
            .filter(each -> each.finding().suppressed().isEmpty())
            .flatMap(each -> each.experiment().stream())
            .limit(Integer.getInteger("concur.first", Integer.MAX_VALUE))
            .toList();
    VerifyRequest asked = request.withClassPath(codeOf(classPath));
    CapturedCalls calls =
        tested ? called(experiments, classPath.get(0), asked, jdk) : CapturedCalls.NONE;
    Map<String, Integer> counts = new TreeMap<>();
    for (Experiment experiment : experiments) {
      long start = System.nanoTime();
      Optional<String> hindrance = Hindrance.of(experiment, jdk);
      LiveCheck check =
          hindrance.isPresent()
              ? new LiveCheck(Optional.empty(), hindrance.get())
              : LiveCheck.of(experiment, asked, jdk, calls);
      String outcome = check.run().isPresent() ? "live" : "not live";
      counts.merge(outcome, 1, Integer::sum);
      System.out.printf(
          Locale.ROOT,
          "  %s %s, %s %s, %s, %.1f s: %s%n",
          outcome,
          experiment.title(),
          experiment.advised().model().word(),
          experiment.advised().lock(),
          experiment.subject().map(Object::toString).orElse("no one method"),
          (System.nanoTime() - start) / 1e9,
          check
              .run()
              .map(run -> run.inWords() + ", " + Nanos.text(run.nanos()) + " a task")
              .orElse(check.reason()));
    }
    System.out.println(classPath.get(0) + " " + counts + " of " + advice.size() + " advices");
  }

  private static List<Path> codeOf(List<String> classPath) {
    List<Path> libraries = classPath.stream().skip(1).map(Path::of).toList();
    InputRequest request =
        new InputRequest(
            List.of(classPath.get(0)), libraries, false, 0, Runtime.version().feature());
    try (Inputs inputs = Inputs.resolve(request)) {
      return inputs.classPath();
    }
  }

  private static CapturedCalls called(
      List<Experiment> experiments, String project, VerifyRequest request, BenchmarkJdk jdk) {
    List<TestModule> modules =
        FoundTests.in(List.of(project)).stream()
            .map(each -> new TestModule(each.folder(), each.classes(), each.classPath()))
            .toList();
    List<MethodRef> subjects =
        experiments.stream().flatMap(each -> each.subject().stream()).distinct().toList();
    CapturedCalls calls = Scouting.of(request.withTests(modules), jdk, subjects);
    System.out.println(
        "  tests call "
            + calls.byMethod().size()
            + " of "
            + subjects.size()
            + "; "
            + calls.whyNot());
    return calls;
  }
}
