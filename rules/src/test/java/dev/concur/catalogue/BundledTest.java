package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledTest {

  @Test
  void every_bundled_line_can_be_read() {
    assertEquals(List.of(), Catalogue.bundled().problems());
  }

  @Test
  void every_file_says_where_its_knowledge_comes_from() {
    assertEquals(
        List.of(),
        Bundled.files().stream()
            .filter(file -> file.text().lines().noneMatch(line -> line.startsWith("source ")))
            .map(ApiFile::name)
            .toList());
  }

  @Test
  void every_file_beside_the_list_is_in_it() throws IOException, URISyntaxException {
    Path folder = Path.of(Bundled.class.getResource("files.txt").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".api"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          there,
          Bundled.files().stream()
              .map(ApiFile::name)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}
