package dev.concur.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for users of Maven knows what there is, and nothing else. */
class MavenPageTest {

  private static final Pattern GOAL = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
  private static final Pattern PROPERTY = Pattern.compile("concur\\.([a-z][A-Za-z]+)\\b(?!\\.)");

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "maven.md"));
  }

  @Test
  void its_table_has_every_goal() throws Exception {
    Set<String> named =
        GOAL.matcher(page()).results().map(each -> each.group(1)).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(DescriptorTest.GOALS), new TreeSet<>(named));
  }

  @Test
  void it_names_no_property_that_no_goal_has() throws Exception {
    Set<String> named = new TreeSet<>();
    PROPERTY.matcher(page()).results().forEach(each -> named.add(each.group(1)));
    named.removeAll(Set.of("yml", "fialOn"));
    named.removeAll(DescriptorTest.parameters());
    assertEquals(Set.of(), named);
  }
}
