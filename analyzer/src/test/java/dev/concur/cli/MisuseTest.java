package dev.concur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not understood is said in a line, with the way out, and exit code 2. */
class MisuseTest {

  @TempDir Path home;

  @Test
  void without_a_command_it_says_what_to_do() {
    refused("say what to do, for example: concur scan .");
  }

  @Test
  void an_unknown_command_or_option_gives_the_nearest_name() {
    refused("concur scan", "scann");
    refused("--format", "scan", "--formt", "json", ".");
    refused("did you mean 'sarif'?", "scan", "--format", "sariff", ".");
    refused("did you mean 'warning'?", "scan", "--fail-on", "warnin", ".");
    refused("did you mean 'gil-static-lock'?", "explain", "gil-static-lok");
  }

  @Test
  void a_scan_wants_a_path() {
    refused("say what to scan", "scan");
  }

  @Test
  void numbers_and_times_are_checked() {
    refused("--threads wants 1 or more", "scan", "--threads", "0", ".");
    refused("--release wants a Java release", "scan", "--release", "1", ".");
    refused("--max-allowed wants 0 or more", "scan", "--max-allowed=-1", ".");
    refused("is no length of time", "scan", "--verify-budget", "soon", ".");
    refused("Invalid value for option '--threads'", "scan", "--threads", "many", ".");
  }

  @Test
  void an_output_that_cannot_work_is_refused_before_the_scan() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    refused("several formats need a folder", "scan", "--format", "json,text", ".");
    refused("is a file", "scan", "-f", "json,text", "-o", file.toString(), ".");
    refused("is a folder", "scan", "-f", "json", "-o", home.toString(), ".");
  }

  @Test
  void a_configuration_that_is_not_understood_is_refused() throws IOException {
    Path config = Files.writeString(home.resolve("c.yml"), "failon: error\n");
    refused("did you mean 'failOn'?", "scan", "--config", config.toString(), ".");
    refused("there is no such file", "scan", "--config", home + "/gone.yml", ".");
  }

  @Test
  void a_baseline_or_a_jdk_that_is_none_is_refused() throws IOException {
    Path text = Files.writeString(home.resolve("text"), "hello");
    Path json = Files.writeString(home.resolve("j.json"), "{\"a\":1}");
    String path = home.toString();
    refused("there is no such file", "scan", "--baseline", home + "/gone.json", path);
    refused("not JSON", "scan", "--baseline", text.toString(), path);
    refused("neither a baseline nor", "scan", "--baseline", json.toString(), path);
    refused("no JDK is there", "scan", "--verify", "--benchmark-jdk", path, path);
  }

  private static void refused(String words, String... args) {
    Run run = Run.of(args);
    assertEquals(2, run.exitCode(), run::err);
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("concur: "), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertTrue(run.err().lines().count() <= 3, run.err());
  }
}
