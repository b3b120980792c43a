package dev.concur.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input costs one clear line each; the rest is scanned. */
class BadInputTest {

  @TempDir Path home;

  @Test
  void nothing_to_read_ends_with_3_and_names_each_path() throws IOException {
    Files.createDirectory(home.resolve("empty"));
    Run run = Run.of("scan", "-f", "json", home + "/nowhere", home + "/empty");
    assertEquals(3, run.exitCode());
    assertTrue(run.out().startsWith("{"), run.out());
    assertEquals(
        List.of(
            "concur: nothing could be read",
            "  "
                + home
                + "/empty: holds no classes, sources or jars; name a jar, a folder of"
                + " classes or a project",
            "  " + home + "/nowhere: there is no such file or folder; check its spelling"),
        run.err().lines().toList());
  }

  @Test
  void what_is_broken_is_listed_and_the_rest_is_scanned() throws IOException {
    Path good = home.resolve("good");
    Files.createDirectories(good);
    Files.write(good.resolve("A.class"), someClass());
    Files.write(good.resolve("Text.class"), "not bytecode".getBytes(StandardCharsets.UTF_8));
    Files.write(good.resolve("Half.class"), Arrays.copyOf(someClass(), 200));
    Files.write(good.resolve("Empty.class"), new byte[0]);
    byte[] future = someClass();
    future[7] = 99;
    Files.write(good.resolve("Future.class"), future);
    Files.write(home.resolve("cut.jar"), Arrays.copyOf(jar(), 60));
    Run run = Run.of("scan", "--fail-on", "never", "-v", home + "/cut.jar", good.toString());
    assertEquals(0, run.exitCode(), run::err);
    String out = run.out().replaceAll("\\s+", " ");
    for (String word :
        List.of(
            "cut.jar: cut off, or no jar at all",
            "Text.class: not a class file",
            "Half.class: damaged class file",
            "Empty.class: an empty file",
            "Future.class: a class file of Java 55 (version 99)")) {
      assertTrue(out.contains(word), () -> word + " in " + run.out());
    }
  }

  @Test
  void a_library_that_is_gone_is_a_notification_and_no_failure() throws IOException {
    Files.createDirectory(home.resolve("good"));
    Files.write(home.resolve("good/A.class"), someClass());
    Run run = Run.of("scan", "-f", "sarif", "--classpath", home + "/gone.jar", home + "/good");
    assertEquals(0, run.exitCode(), run::err);
    String notifications = run.out().replaceAll("(?s).*\"toolExecutionNotifications\"", "");
    assertTrue(notifications.contains("gone.jar: on the class path but not there"), run.out());
  }

  @Test
  void the_command_line_is_stronger_than_the_file() throws IOException {
    Files.createDirectory(home.resolve("good"));
    Files.write(home.resolve("good/A.class"), someClass());
    Path config = Files.writeString(home.resolve("c.yml"), "formats: [json]\n");
    String[] scan = {"scan", "--config", config.toString(), home + "/good"};
    assertTrue(Run.of(scan).out().startsWith("{"));
    String[] stronger = {"scan", "-f", "gitlab", "--config", config.toString(), home + "/good"};
    assertEquals("[]", Run.of(stronger).out().strip());
  }

  @Test
  void a_source_that_does_not_parse_is_listed_and_the_others_are_compiled() throws IOException {
    Files.writeString(home.resolve("Good.java"), "class Good { void run() {} }");
    Files.writeString(home.resolve("Broken.java"), "class Broken {{{");
    Run run = Run.of("scan", home.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("Broken.java: does not compile (line 1"), run.out());
    assertTrue(run.out().contains("1 class"), run.out());
  }

  @Test
  void a_report_goes_whole_into_its_file_and_standard_output_stays_clean() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    Path file = home.resolve("new/report.json");
    Run run = Run.of("scan", "-f", "json", "-o", file.toString(), home.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertEquals("", run.out());
    assertEquals("", run.err());
    assertTrue(Files.readString(file).endsWith("}\n"));
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertEquals(1, beside.count());
    }
  }

  @Test
  void several_formats_go_into_a_folder() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    Path folder = home.resolve("out");
    Run run = Run.of("scan", "-f", "json,text,sarif", "-o", folder.toString(), home.toString());
    assertEquals(0, run.exitCode(), run::err);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("report.json", "report.sarif", "report.txt"),
          files.map(each -> each.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void the_same_input_gives_the_same_bytes() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    Run first = Run.of("scan", "-f", "json", home.toString());
    Run second = Run.of("scan", "-f", "json", "--threads", "1", home.toString());
    assertEquals(first.out(), second.out());
  }

  @Test
  void an_output_that_cannot_be_written_leaves_what_was_there() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    Path file = home.resolve("report.json");
    Files.writeString(file, "precious");
    Files.createDirectory(home.resolve(".report.json." + ProcessHandle.current().pid()));
    Run run = Run.of("scan", "-f", "json", "-o", file.toString(), home.toString());
    assertEquals(4, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("concur: cannot write " + file), run.err());
    assertEquals("precious", Files.readString(file));
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @Test
  void a_reader_who_has_seen_enough_is_no_failure() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    for (String format : List.of("json", "text")) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int exitCode =
          new Shell(Terminal.of(failing("Broken pipe"), err, false, Map.of()))
              .run("scan", "-f", format, home.toString());
      assertEquals(0, exitCode);
      assertEquals("", err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_full_disk_gets_one_line() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    OutputStream full = failing("No space left on device");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Shell(Terminal.of(full, err, false, Map.of()))
            .run("scan", "-f", "json", home.toString());
    assertEquals(4, exitCode);
    assertEquals(
        "concur: cannot write to standard output: No space left on device",
        err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void analysis_loads_no_class_of_the_user() throws IOException {
    Path witness = home.resolve("witness");
    Files.createDirectory(home.resolve("src"));
    Files.writeString(
        home.resolve("src/Evil.java"),
        """
        class Evil {
          static {
            try {
              java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
            } catch (java.io.IOException e) {
              throw new IllegalStateException(e);
            }
          }
        }
        """
            .formatted(witness));
    Run run = Run.of("scan", "--fail-on", "never", home + "/src");
    assertEquals(0, run.exitCode(), run::err);
    assertFalse(Files.exists(witness));
  }

  @Test
  void colours_are_for_terminals_and_for_nobody_who_refuses_them() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    String[] args = {"scan", home.toString()};
    assertTrue(Run.of(true, Map.of(), args).out().contains("\u001b["));
    assertFalse(Run.of(true, Map.of("NO_COLOR", "1"), args).out().contains("\u001b["));
    assertFalse(Run.of(true, Map.of("TERM", "dumb"), args).out().contains("\u001b["));
    assertFalse(Run.of(args).out().contains("\u001b["));
  }

  @Test
  void progress_is_for_people_at_a_terminal() throws IOException {
    Files.write(home.resolve("A.class"), someClass());
    String[] args = {"scan", home.toString()};
    assertTrue(Run.of(true, Map.of(), args).err().contains("reading classes"));
    assertEquals("", Run.of(true, Map.of("CI", "true"), args).err());
    assertEquals("", Run.of(args).err());
  }

  private static byte[] someClass() throws IOException {
    return BadInputTest.class.getResourceAsStream("BadInputTest.class").readAllBytes();
  }

  private static byte[] jar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("A.class"));
      zip.write(someClass());
    }
    assertArrayEquals(new byte[] {'P', 'K'}, Arrays.copyOf(bytes.toByteArray(), 2));
    return bytes.toByteArray();
  }
}
