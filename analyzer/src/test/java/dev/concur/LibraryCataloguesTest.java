package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.model.Bound;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library may say what its calls do, unless it is told not to. */
class LibraryCataloguesTest {

  @TempDir private Path home;

  @BeforeEach
  void a_program_that_calls_a_library() throws IOException {
    Files.createDirectories(home.resolve("src/a"));
    Files.createDirectories(home.resolve("src/far"));
    Files.writeString(
        home.resolve("src/far/Far.java"),
        "package far; public class Far { public native void ask(); }");
    Files.writeString(
        home.resolve("src/a/Near.java"),
        "package a; class Near { void go(far.Far far) { far.ask(); } }");
    compile("lib", "far/Far.java");
    compile("classes", "a/Near.java");
    jar("far/Far.class", "META-INF/concur/far.api");
  }

  private void compile(String to, String file) {
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-implicit:none",
                "-sourcepath",
                home.resolve("src").toString(),
                "-d",
                home.resolve(to).toString(),
                home.resolve("src").resolve(file).toString()));
  }

  private void jar(String type, String catalogue) throws IOException {
    try (OutputStream file = Files.newOutputStream(home.resolve("far.jar"));
        ZipOutputStream jar = new ZipOutputStream(file)) {
      jar.putNextEntry(new ZipEntry(type));
      jar.write(Files.readAllBytes(home.resolve("lib").resolve(type)));
      jar.putNextEntry(new ZipEntry(catalogue));
      jar.write("far.Far.ask waits network 5ms..50ms..500ms\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private Bound bound(boolean heard) {
    Settings settings =
        new Settings()
            .paths(List.of(home.resolve("classes").toString()))
            .classpath(List.of(home.resolve("far.jar")))
            .libraryCatalogues(heard);
    return Concur.analyze(settings.request()).report().methods().stream()
        .filter(label -> label.method().name().equals("go"))
        .findFirst()
        .orElseThrow()
        .bound();
  }

  @Test
  void a_catalogue_in_a_jar_of_the_class_path_is_believed() {
    assertEquals(Bound.IO, bound(true));
  }

  @Test
  void told_not_to_concur_does_not_hear_it() {
    assertNotEquals(Bound.IO, bound(false));
  }
}
