package dev.concur.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.advise.Advice;
import dev.concur.report.Report;
import dev.concur.rule.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the engine says of the samples against what is marked in them, both ways. */
class EngineTest {

  @TestFactory
  Stream<DynamicTest> on_17() {
    return each(Demand.ALL, scan(Samples.project(), 17));
  }

  @TestFactory
  Stream<DynamicTest> on_21_where_monitors_pin() {
    return each(Demand.ALL, scan(Samples.project(), 21));
  }

  @TestFactory
  Stream<DynamicTest> on_25_where_monitors_do_not_pin() {
    return each(Demand.ALL, scan(Samples.project(), 25));
  }

  @TestFactory
  Stream<DynamicTest> without_sources(@TempDir Path classes) {
    Samples.copyClasses(classes, path -> true);
    return each(new Demand.WithoutSources(suppressedInSources()), scan(classes, 21));
  }

  private static Set<String> suppressedInSources() {
    return scan(Samples.project(), 21).advice().stream()
        .map(Advice::finding)
        .filter(finding -> finding.suppressed().filter(by -> by.by().equals("source")).isPresent())
        .map(Finding::id)
        .collect(Collectors.toSet());
  }

  /**
   * Everything leans on the desk, so without it each sample is like code whose jars are missing.
   */
  @TestFactory
  Stream<DynamicTest> without_class_path(@TempDir Path classes) {
    Samples.copyClasses(classes, path -> !path.startsWith("dev/concur/samples/desk"));
    return each(new Demand.WithoutClassPath(), scan(classes, 21));
  }

  private static Stream<DynamicTest> each(Demand demand, Report report) {
    return Samples.files().stream()
        .filter(file -> file.release() <= report.target().runtime())
        .map(file -> dynamicTest(file.path(), () -> judge(file, report, demand)));
  }

  private static void judge(SampleFile file, Report report, Demand demand) {
    assertEquals(List.of(), Judge.disagreements(file, report, demand));
  }

  private static Report scan(Path path, int runtime) {
    Settings settings = new Settings().paths(List.of(path.toString())).runtime(runtime);
    return Concur.analyze(settings.request()).report();
  }
}
