package dev.concur.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.verify.BenchmarkJdk;
import dev.concur.verify.BenchmarkJdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hostile program in a jailed JVM, on every JDK of this machine. */
class JailTest {

  @TempDir Path folder;

  static Stream<BenchmarkJdk> jdks() {
    return BenchmarkJdks.search().found().stream().filter(jdk -> jdk.feature() >= 17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_hostile_program_leaves_no_trace_outside_its_folder(BenchmarkJdk jdk) throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("secret.txt"), "secret");
    List<String> lines = run(jdk, own, foreign);
    for (String line : lines.subList(0, 5)) {
      assertTrue(line.endsWith(": harmless"), line);
    }
    List<String> rest = lines.subList(5, lines.size() - 2);
    assertTrue(rest.size() > 20, lines.toString());
    for (String line : rest) {
      assertTrue(line.endsWith(": refused"), line);
    }
    assertTrue(lines.get(lines.size() - 2).startsWith("own file: " + own), lines.toString());
    assertEquals("secret", Files.readString(foreign.resolve("secret.txt")));
    try (Stream<Path> left = Files.list(foreign)) {
      assertEquals(1, left.count());
    }
  }

  private static List<String> run(BenchmarkJdk jdk, Path own, Path foreign)
      throws IOException, InterruptedException {
    Path jars = Files.createDirectories(own.resolveSibling("jars"));
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-XX:-PrintWarnings");
    command.add(AgentJars.in(jars).option());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Hostile.class.getName(), own.toString(), foreign.toString()));
    Path output = own.resolveSibling("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertEquals(5, process.exitValue(), lines.toString());
    return lines;
  }
}
