package dev.concur.input;

import static dev.concur.input.InputsTest.entries;
import static dev.concur.input.InputsTest.reasons;
import static dev.concur.input.InputsTest.resolve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects and source trees, built and not built. */
class ProjectsTest {

  @TempDir Path home;

  @Test
  void every_maven_module_with_classes_is_a_root_with_its_sources() throws IOException {
    pom(
        "",
        "<packaging>pom</packaging><modules><module>core</module><module>web</module></modules>");
    pom("core", "");
    pom("web", "<packaging>war</packaging>");
    file("core/src/main/java/a/A.java", "package a; class A {}");
    classFile("core/target/classes/a/A.class");
    classFile("core/target/test-classes/a/ATest.class");
    classFile("web/target/classes/w/W.class");
    file("web/target/generated-sources/annotations/w/W.java", "package w; class W {}");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of(home + "/core", home + "/web"), names(inputs));
      assertEquals(List.of("a/A.class", "w/W.class"), entries(inputs));
      assertTrue(inputs.roots().get(0).source("a/A.java").isPresent());
      assertTrue(inputs.roots().get(1).folderOf("w/W.java").orElseThrow().generated());
      assertEquals(Target.Mode.APPLICATION, inputs.roots().get(1).mode());
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void sources_beside_those_of_maven_are_found_and_compiled_by_their_plugins_alone()
      throws IOException {
    pom("", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>");
    pom("a", "");
    pom("b", "");
    classFile("a/target/classes/a/New.class");
    file("a/src/main/java21/a/New.java", "package a; class New {}");
    file("b/src/main/java/b/Old.java", "package b; class Old {}");
    file("b/src/main/java21/b/Old.java", "package b; class Old {}");
    try (Inputs inputs = resolve(home)) {
      assertEquals(
          "a/src/main/java21",
          inputs
              .roots()
              .get(0)
              .folderOf("a/New.java")
              .orElseThrow()
              .name()
              .replace(home + "/", ""));
      assertEquals(List.of("a/New.class", "b/Old.class"), entries(inputs));
      assertEquals(1, inputs.problems().size());
    }
  }

  @Test
  void tests_are_scanned_when_asked_for() throws IOException {
    pom("", "");
    classFile("target/classes/a/A.class");
    classFile("target/test-classes/a/ATest.class");
    InputRequest request = new InputRequest(List.of(home.toString()), List.of(), true, 0, 17);
    try (Inputs inputs = Inputs.resolve(request)) {
      assertEquals(List.of("a/A.class", "a/ATest.class"), entries(inputs));
    }
  }

  @Test
  void a_maven_module_without_classes_is_compiled_in_memory_and_says_so() throws IOException {
    pom("", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>");
    pom("a", "");
    pom("b", "");
    file("a/src/main/java/a/A.java", "package a; public class A { class Inner {} }");
    file("b/src/main/java/b/B.java", "package b; class B extends a.A {}");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of("a/A$Inner.class", "a/A.class", "b/B.class"), entries(inputs));
      assertEquals(Root.Kind.COMPILED_SOURCES, inputs.roots().get(0).kind());
      String why = "has no classes, so its sources were compiled in memory";
      assertEquals(List.of(why, why), reasons(inputs));
      assertFalse(Files.exists(home.resolve("a/target")));
    }
  }

  @Test
  void a_module_without_code_passes_silently() throws IOException {
    pom("", "<packaging>pom</packaging><modules><module>a</module><module>docs</module></modules>");
    pom("a", "");
    pom("docs", "");
    classFile("a/target/classes/a/A.class");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void a_pom_that_does_not_parse_or_points_nowhere_gets_a_line() throws IOException {
    pom("", "<packaging>pom</packaging><modules><module>a</module><module>gone</module></modules>");
    file("a/pom.xml", "<project><oops></project>");
    try (Inputs inputs = resolve(home)) {
      assertEquals(3, inputs.problems().size());
      assertTrue(inputs.problems().get(1).where().endsWith("/a/pom.xml"));
      assertEquals("the module has no pom.xml", inputs.problems().get(2).why());
    }
  }

  @Test
  void gradle_modules_are_found_without_running_the_build() throws IOException {
    file("settings.gradle.kts", "include(\":app\")");
    file("app/build.gradle.kts", "plugins { application }");
    file("app/src/main/java/a/A.java", "package a; class A {}");
    classFile("app/build/classes/java/main/a/A.class");
    classFile("app/build/classes/kotlin/main/a/K.class");
    classFile("app/build/classes/java/test/a/ATest.class");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of("a/A.class", "a/K.class"), entries(inputs));
      assertEquals(Target.Mode.APPLICATION, inputs.roots().get(0).mode());
      assertTrue(inputs.roots().get(1).source("a/A.java").isPresent());
    }
  }

  @Test
  void a_plain_tree_is_compiled_without_its_tests() throws IOException {
    file("src/a/b/C.java", "package a.b; class C { D d; }");
    file("src/a/b/D.java", "package a.b; class D {}");
    file("test/a/b/CTest.java", "package a.b; class CTest {}");
    file("module-info.java", "module m {}");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of("a/b/C.class", "a/b/D.class"), entries(inputs));
      assertEquals(List.of(), inputs.problems());
      assertTrue(inputs.roots().get(0).source("a/b/C.java").isPresent());
    }
  }

  @Test
  void what_does_not_compile_costs_itself_and_what_needs_it() throws IOException {
    file("a/Good.java", "package a; class Good {}");
    file("a/Bad.java", "package a; class Bad extends missing.Type {}");
    file("a/NeedsBad.java", "package a; class NeedsBad { Object o = new Bad(); }");
    file("a/Broken.java", "package a; class Broken {{{");
    try (Inputs inputs = resolve(home)) {
      assertEquals(List.of("a/Good.class"), entries(inputs));
      assertEquals(
          List.of("Bad.java", "Broken.java", "NeedsBad.java"),
          inputs.uncompiled().stream().map(each -> each.name().replaceFirst(".*/", "")).toList());
      assertTrue(inputs.problems().get(0).why().contains("line 1: package missing does not exist"));
      assertTrue(inputs.problems().get(0).remedy().contains("--classpath"));
    }
  }

  @Test
  void the_class_path_given_is_compiled_against() throws IOException {
    file("lib/l/L.java", "package l; public class L {}");
    byte[] library;
    try (Inputs inputs = resolve(home.resolve("lib"))) {
      library = inputs.classFiles(inputs.roots().get(0)).get(0).read().orElseThrow().bytes();
    }
    Path jar = Jar.at(home.resolve("l.jar")).with("l/L.class", library).write();
    file("own/a/A.java", "package a; class A extends l.L {}");
    InputRequest request = new InputRequest(List.of(home + "/own"), List.of(jar), false, 17, 17);
    try (Inputs inputs = Inputs.resolve(request)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertTrue(inputs.find("l.L").isPresent());
    }
  }

  @Test
  void a_compiler_plug_in_on_the_class_path_is_not_run() throws IOException {
    file(
        "plug/p/P.java",
        """
        package p;
        public class P implements com.sun.source.util.Plugin {
          public String getName() { return "p"; }
          public boolean autoStart() { return true; }
          public void init(com.sun.source.util.JavacTask task, String... args) {
            throw new IllegalStateException("foreign code ran");
          }
        }
        """);
    Jar jar = Jar.at(home.resolve("p.jar"));
    try (Inputs inputs = resolve(home.resolve("plug"))) {
      for (ClassFile each : inputs.classFiles(inputs.roots().get(0))) {
        jar.with(each.entry(), each.read().orElseThrow().bytes());
      }
    }
    Path plugin =
        jar.with(
                "META-INF/services/com.sun.source.util.Plugin",
                "p.P".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .write();
    file("own/a/A.java", "package a; class A {}");
    InputRequest request = new InputRequest(List.of(home + "/own"), List.of(plugin), false, 0, 17);
    try (Inputs inputs = Inputs.resolve(request)) {
      assertEquals(List.of("a/A.class"), entries(inputs));
      assertEquals(List.of(), inputs.problems());
    }
  }

  @Test
  void sources_that_are_not_java_have_to_be_built_first() throws IOException {
    pom("", "");
    file("src/main/kotlin/a/A.kt", "package a");
    try (Inputs inputs = resolve(home)) {
      assertTrue(reasons(inputs).contains("has sources that are not Java and no classes"));
    }
  }

  private void pom(String folder, String content) throws IOException {
    file(
        folder.isEmpty() ? "pom.xml" : folder + "/pom.xml",
        "<project><groupId>g</groupId><artifactId>x</artifactId><version>1</version>"
            + content
            + "</project>");
  }

  private void classFile(String name) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Jar.CLASS);
  }

  private void file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(Inputs inputs) {
    return inputs.roots().stream().map(Root::name).toList();
  }
}
