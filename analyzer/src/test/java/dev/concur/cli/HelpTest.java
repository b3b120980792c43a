package dev.concur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a stranger reads first. With {@code -Dconcur.golden=write} the expected texts are written
 * instead, to be reviewed as a diff.
 */
class HelpTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/concur/cli");

  @ParameterizedTest
  @ValueSource(strings = {"", "scan", "explain", "rules", "doctor", "completion"})
  void help_is_as_it_was_reviewed(String command) {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    check(command.isEmpty() ? "help.txt" : "help-" + command + ".txt", withoutFormats(run.out()));
  }

  @Test
  void the_names_that_scripts_rely_on_are_there() {
    String help = Run.of("scan", "--help").out();
    for (String name :
        List.of(
            "--format",
            "--output",
            "--classpath",
            "--release",
            "--runtime",
            "--threads",
            "--cache-dir",
            "--verify",
            "--verify-budget",
            "--benchmark-jdk",
            "--fail-on")) {
      assertTrue(help.contains(name), () -> name + " in " + help);
    }
    assertTrue(help.replaceAll("\\s+", " ").contains(String.join(", ", Reports.formats())), help);
  }

  @Test
  void the_exit_codes_in_the_help_are_those_of_the_type() {
    String help = Run.of("--help").out().replaceAll("\\s+", " ");
    for (ExitCode each : ExitCode.values()) {
      assertTrue(help.contains(each.number() + " " + each.inHelp()), () -> each + " in " + help);
    }
  }

  @Test
  void the_version_names_tool_jvm_and_system() {
    Run run = Run.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().matches("(?s)concur .+\\RJVM .+\\ROS .+\\R"), run.out());
  }

  @Test
  void the_completion_script_knows_commands_and_options() {
    Run run = Run.of("completion");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("#!/usr/bin/env bash"));
    assertTrue(run.out().contains("--benchmark-jdk"));
    assertTrue(run.out().contains("complete -F _complete_concur"));
  }

  /** They are the report's own affair. */
  private static String withoutFormats(String help) {
    return help.replaceAll("Any of: [^.]*\\.", "Any of: FORMATS.");
  }

  private static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("concur.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, () -> "differs from " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
