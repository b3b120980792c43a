package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that verifies is killed, and nothing that it started may live on. */
class OrphansTest {

  @TempDir Path output;

  private Process parent;

  @AfterEach
  void end() {
    parent.descendants().forEach(ProcessHandle::destroyForcibly);
    parent.destroyForcibly();
  }

  @Test
  void a_probe_whose_subject_never_returns_ends_with_its_parent() throws Exception {
    assertNoneOutlives("probe");
  }

  @Test
  void workers_and_the_processes_they_started_end_with_their_parent() throws Exception {
    assertNoneOutlives("workers");
  }

  private void assertNoneOutlives(String what) throws Exception {
    parent =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Orphans.class.getName(),
                what,
                output.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It says so when all are up.
    parent.getInputStream().read();
    List<ProcessHandle> children = parent.descendants().toList();
    assertFalse(children.isEmpty());
    parent.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(15, TimeUnit.SECONDS);
    }
    assertFalse(Stream.of(children).flatMap(List::stream).anyMatch(ProcessHandle::isAlive));
  }
}
