package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of conventions names tests that there are. */
class ConventionsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern POINT = Pattern.compile("^\\| (E-\\d\\d) ", Pattern.MULTILINE);
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`|`([a-z]+(?:_[a-z0-9]+){2,})`|IT `([a-z-]+)`");

  @Test
  void every_point_is_there_once_and_every_test_it_names_exists() throws IOException {
    String table = Files.readString(ROOT.resolve("docs/conventions.md"));
    List<String> points = POINT.matcher(table).results().map(each -> each.group(1)).toList();
    assertEquals(new TreeSet<>(points).size(), points.size());
    assertEquals(40, points.size());
    String tests = allTests();
    List<String> absent = new ArrayList<>();
    Matcher named = NAMED.matcher(table);
    int count = 0;
    while (named.find()) {
      count++;
      if (named.group(1) != null && !tests.contains("class " + named.group(1) + " ")) {
        absent.add(named.group(1));
      }
      String method = named.group(2) == null ? named.group(3) : named.group(2);
      if (method != null && !tests.contains("void " + method + "(")) {
        absent.add(method);
      }
      if (named.group(4) != null
          && !Files.isDirectory(ROOT.resolve("maven-plugin/src/it").resolve(named.group(4)))) {
        absent.add(named.group(4));
      }
    }
    assertEquals(List.of(), absent);
    assertTrue(count > 40, "tests named: " + count);
  }

  private static String allTests() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String module : List.of("rules", "analyzer", "maven-plugin")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        for (Path each :
            files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
          text.append(Files.readString(each)).append('\n');
        }
      }
    }
    return text.toString();
  }
}
