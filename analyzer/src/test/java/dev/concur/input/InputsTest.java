package dev.concur.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;

/** What the user names is found, whatever it is; what is broken costs only itself. */
class InputsTest {

  @TempDir Path home;

  @Test
  void a_jar_is_a_root_and_its_classes_come_in_order() throws IOException {
    Path jar = Jar.at(home.resolve("a.jar")).with("b/B.class", "a/A.class").write();
    try (Inputs inputs = resolve(jar)) {
      assertEquals(List.of("a/A.class", "b/B.class"), entries(inputs));
      assertEquals(Root.Kind.JAR, inputs.roots().get(0).kind());
      assertEquals(Target.Mode.LIBRARY, inputs.roots().get(0).mode());
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void a_jar_that_rests_is_closed_and_opened_again_when_it_is_asked() throws IOException {
    Path jar = Jar.at(home.resolve("a.jar")).with("a/A.class").write();
    try (Inputs inputs = resolve(jar)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      inputs.rest();
      Jar.at(jar).with("b/B.class", "a/A.class").write();

      assertEquals(List.of("a/A.class", "b/B.class"), entries(inputs));
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void a_jar_that_can_be_run_is_an_application() throws IOException {
    Path jar = Jar.at(home.resolve("a.jar")).manifest("Main-Class: a.A").with("a/A.class").write();
    try (Inputs inputs = resolve(jar)) {
      assertEquals(Target.Mode.APPLICATION, inputs.roots().get(0).mode());
    }
  }

  @Test
  void a_fat_jar_gives_its_own_classes_and_the_jars_inside_it() throws IOException {
    byte[] library = Jar.at(home.resolve("lib.jar")).with("l/L.class").bytes();
    Path jar =
        Jar.at(home.resolve("fat.jar"))
            .with("BOOT-INF/classes/a/A.class", "org/springframework/boot/loader/Launcher.class")
            .with("BOOT-INF/lib/lib.jar", library)
            .write();
    try (Inputs inputs = resolve(jar)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertEquals(Target.Mode.APPLICATION, inputs.roots().get(0).mode());
      assertTrue(inputs.libraries().get(0).name().endsWith("fat.jar!/BOOT-INF/lib/lib.jar"));
      assertArrayEquals(Jar.CLASS, inputs.find("l.L").orElseThrow());
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void a_war_gives_its_own_classes_and_the_jars_inside_it() throws IOException {
    byte[] library = Jar.at(home.resolve("lib.jar")).with("l/L.class").bytes();
    Path war =
        Jar.at(home.resolve("shop.war"))
            .with("WEB-INF/classes/a/A.class")
            .with("WEB-INF/lib/lib.jar", library)
            .write();
    try (Inputs inputs = resolve(war)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertTrue(inputs.find("l.L").isPresent());
    }
  }

  @Test
  void of_many_versions_the_newest_that_the_runtime_knows_is_read() throws IOException {
    Path jar =
        Jar.at(home.resolve("mr.jar"))
            .manifest("Multi-Release: true")
            .with("a/A.class", Jar.classOfMajor(52))
            .with("META-INF/versions/11/a/A.class", Jar.classOfMajor(55))
            .with("META-INF/versions/21/a/A.class", Jar.classOfMajor(65))
            .with("META-INF/versions/11/module-info.class", Jar.classOfMajor(55))
            .write();
    assertEquals(List.of(55), majors(jar, 17));
    assertEquals(List.of(65), majors(jar, 21));
    assertEquals(List.of(52), majors(jar, 9));
  }

  private static List<Integer> majors(Path jar, int runtime) {
    List<Integer> majors = new ArrayList<>();
    InputRequest request = new InputRequest(List.of(jar.toString()), List.of(), false, 0, runtime);
    try (Inputs inputs = Inputs.resolve(request)) {
      inputs.classes(inputs.roots().get(0), each -> majors.add((int) each.bytes()[7]));
    }
    return majors;
  }

  @Test
  void names_that_leave_the_jar_are_skipped_and_reported_once() throws IOException {
    Path jar =
        Jar.at(home.resolve("slip.jar"))
            .with("../../evil/E.class", "..\\F.class", "/abs/G.class", "a/A.class")
            .write();
    try (Inputs inputs = resolve(jar)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertEquals(
          List.of("3 entries have names that leave the jar, such as ../../evil/E.class"),
          reasons(inputs));
    }
  }

  @Test
  void a_jar_that_is_cut_off_is_named_and_the_next_one_is_read() throws IOException {
    byte[] whole = Jar.at(home.resolve("x.jar")).with("a/A.class").bytes();
    Path cut = home.resolve("cut.jar");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    Path good = Jar.at(home.resolve("good.jar")).with("a/A.class").write();
    try (Inputs inputs = resolve(cut, good)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertEquals(1, inputs.problems().size());
      assertTrue(inputs.problems().get(0).why().startsWith("cut off, or no jar at all"));
    }
  }

  @Test
  void what_is_no_class_costs_only_itself_and_what_is_from_the_future_is_tried()
      throws IOException {
    Path jar =
        Jar.at(home.resolve("odd.jar"))
            .with("a/A.class")
            .with("a/Empty.class", new byte[0])
            .with(
                "a/Text.class",
                "not bytecode at all".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .with("a/Future.class", Jar.classOfMajor(99))
            .write();
    try (Inputs inputs = resolve(jar)) {
      List<String> read = new ArrayList<>();
      inputs.classes(inputs.roots().get(0), each -> read.add(each.entry()));
      assertEquals(List.of("a/A.class", "a/Future.class"), read);
      assertEquals(
          List.of(
              "an empty file",
              "a class file of Java 55 (version 99), newer than Java 28, the newest known; read as if"
                  + " it were that",
              "not a class file, whatever its name says"),
          reasons(inputs));
    }
  }

  @Test
  void a_jar_without_classes_or_with_a_module_descriptor_alone_costs_only_itself()
      throws IOException {
    Path empty = Jar.at(home.resolve("empty.jar")).write();
    Path module = Jar.at(home.resolve("module.jar")).with("module-info.class").write();
    Path good = Jar.at(home.resolve("good.jar")).with("a/A.class").write();
    try (Inputs inputs = resolve(empty, module, good)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertEquals(List.of("holds no classes"), reasons(inputs).stream().distinct().toList());
    }
  }

  @Test
  void the_newest_class_file_we_let_through_is_the_newest_that_the_bytecode_reader_knows() {
    assertEquals(Opcodes.V28, ClassMagic.NEWEST_MAJOR);
  }

  @Test
  void a_path_that_is_not_there_and_an_empty_folder_get_a_line_each() throws IOException {
    Files.createDirectory(home.resolve("empty"));
    try (Inputs inputs = resolve(home.resolve("nowhere"), home.resolve("empty"))) {
      assertEquals(List.of(), inputs.roots());
      assertEquals(
          List.of("holds no classes, sources or jars", "there is no such file or folder"),
          reasons(inputs));
    }
  }

  @Test
  void a_folder_of_jars_gives_a_root_each_and_joins_sources_beside_them() throws IOException {
    Jar.at(home.resolve("b.jar")).with("b/B.class").write();
    Jar.at(home.resolve("a.jar")).with("a/A.class").write();
    Jar.at(home.resolve("a-sources.jar")).with("a/A.java", new byte[] {'c'}).write();
    try (Inputs inputs = resolve(home)) {
      assertEquals(
          List.of("a.jar", "b.jar"),
          inputs.roots().stream()
              .map(each -> Path.of(each.name()).getFileName().toString())
              .toList());
      assertTrue(inputs.roots().get(0).source("a/A.java").isPresent());
      assertFalse(inputs.roots().get(1).source("b/B.java").isPresent());
    }
  }

  @Test
  void a_module_of_the_running_jdk_is_a_root() {
    try (Inputs inputs = Inputs.resolve(InputRequest.of("jrt:/java.logging", "jdk:no.such"))) {
      assertEquals(Root.Kind.JRT_MODULE, inputs.roots().get(0).kind());
      assertTrue(entries(inputs).contains("java/util/logging/Logger.class"));
      assertEquals(List.of("the running JDK has no such module"), reasons(inputs));
      assertTrue(inputs.find("java.util.Map$Entry").isPresent());
      assertTrue(inputs.find("no.such.Type").isEmpty());
    }
  }

  @Test
  void the_same_thing_named_twice_is_scanned_once() throws IOException {
    Path jar = Jar.at(home.resolve("a.jar")).with("a/A.class").write();
    try (Inputs inputs = resolve(jar, home.resolve("x/../a.jar").normalize(), jar)) {
      assertEquals(1, inputs.roots().size());
    }
  }

  @Test
  void what_is_missing_from_the_class_path_is_said() {
    InputRequest request =
        new InputRequest(
            List.of("jrt:/java.logging"), List.of(home.resolve("gone.jar")), false, 0, 17);
    try (Inputs inputs = Inputs.resolve(request)) {
      assertEquals(List.of("on the class path but not there"), reasons(inputs));
    }
  }

  static Inputs resolve(Path... paths) {
    String[] names = List.of(paths).stream().map(Path::toString).toArray(String[]::new);
    return Inputs.resolve(InputRequest.of(names));
  }

  static List<String> entries(Inputs inputs) {
    return inputs.roots().stream()
        .flatMap(root -> inputs.classFiles(root).stream())
        .map(ClassFile::entry)
        .toList();
  }

  static List<String> reasons(Inputs inputs) {
    return inputs.problems().stream().map(Problem::why).toList();
  }
}
