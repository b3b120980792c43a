package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.util.Version;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class BenchmarkPomTest {

  @TempDir Path folder;

  @Test
  void a_stand_in_needs_the_jmh_that_concur_runs_it_with_and_nothing_else() throws Exception {
    Document pom = parsed(BenchmarkPom.text("Advice_1", 21, false, Optional.empty()));
    assertEquals(
        List.of("Advice_1", "jmh-core", "jmh-generator-annprocess", "maven-compiler-plugin"),
        texts(pom, "artifactId"));
    assertEquals(List.of("21"), texts(pom, "maven.compiler.release"));
    String jmh = Version.getPlainVersion();
    assertEquals(List.of("1", jmh, jmh), texts(pom, "version").subList(0, 3));
    assertEquals(List.of(), texts(pom, "arg"));
  }

  @Test
  void one_in_vector_registers_is_compiled_with_their_module() throws Exception {
    Document pom = parsed(BenchmarkPom.text("Advice_1", 17, true, Optional.empty()));
    assertEquals(List.of("--add-modules", "jdk.incubator.vector"), texts(pom, "arg"));
  }

  @Test
  void a_live_one_finds_the_concur_that_made_it() throws Exception {
    Path jar = Files.createFile(folder.resolve("concur.jar"));
    Document pom = parsed(BenchmarkPom.text("Advice_1", 21, false, Optional.of(List.of(jar))));
    assertEquals(List.of(jar.toAbsolutePath().toString()), texts(pom, "systemPath"));
  }

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(k -> found.item(k).getTextContent())
        .toList();
  }
}
