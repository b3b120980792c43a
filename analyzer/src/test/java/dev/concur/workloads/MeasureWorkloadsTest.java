package dev.concur.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.verify.BenchmarkJdk;
import dev.concur.verify.BenchmarkJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures all workloads anew, each in a JVM of its own, and replaces the table. Takes ten minutes
 * and a quiet machine: {@code mvn -Pworkloads -pl rules,analyzer test -Dtest=MeasureWorkloadsTest}.
 */
@Tag("workloads")
class MeasureWorkloadsTest {

  private static final Path TABLE = Path.of("src/test/resources/dev/concur/workloads/measured.csv");

  @Test
  void every_workload_is_measured_in_all_ways() throws IOException, InterruptedException {
    Path java = jdk();
    List<String> lines = new ArrayList<>();
    lines.add("# workload,way,tasks a second in the best window,in the middle one,in the worst");
    for (Workload workload : Suite.all()) {
      lines.addAll(measure(java, workload));
    }
    Files.write(TABLE, lines);
  }

  private static Path jdk() {
    return BenchmarkJdks.search()
        .preferred()
        .filter(jdk -> jdk.feature() >= BenchmarkJdks.VIRTUAL_THREADS)
        .map(BenchmarkJdk::home)
        .map(home -> home.resolve("bin").resolve("java"))
        .orElseThrow(() -> new AssertionError("virtual threads are measured on 21 or newer"));
  }

  private static List<String> measure(Path java, Workload workload)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Measure.class.getName(),
                workload.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    assertEquals(0, process.waitFor(), workload.name());
    return lines;
  }
}
