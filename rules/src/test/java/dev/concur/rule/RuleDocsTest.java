package dev.concur.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The folder {@code docs/rules} says what the rules say. With {@code -Dconcur.golden=write} it is
 * written instead.
 */
class RuleDocsTest {

  private static final Path DOCS = Path.of("../docs/rules");
  private static final Path SAMPLES = Path.of("../samples/src/main");

  @Test
  void every_rule_has_its_page_in_the_docs_as_explain_shows_it() throws IOException {
    Map<String, String> pages = pages();
    if ("write".equals(System.getProperty("concur.golden"))) {
      write(pages);
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = DOCS.resolve(page.getKey());
      String found = Files.exists(file) ? Files.readString(file) : "";
      assertEquals(page.getValue(), found, () -> file + ": write it with -Dconcur.golden=write");
    }
    assertEquals(new TreeSet<>(pages.keySet()), files());
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(DOCS);
    for (String old : files()) {
      Files.delete(DOCS.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
    }
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    Rules.all().forEach(rule -> pages.put(rule.id() + ".md", page(rule)));
    pages.put("README.md", index());
    return pages;
  }

  private static String page(Rule rule) {
    return rule.page().strip()
        + "\n\n---\n\n`"
        + rule.id()
        + "`, severity "
        + rule.severity().word()
        + sample(rule)
        + ". [All rules](README.md)\n";
  }

  /** The sample is real code, checked both ways at every build. */
  private static String sample(Rule rule) {
    String name = "dev/concur/samples/" + rule.id().replace("-", "");
    for (String root : new String[] {"java", "java21"}) {
      if (Files.isDirectory(SAMPLES.resolve(root).resolve(name))) {
        return ". [Wrong beside right](../../samples/src/main/" + root + "/" + name + ")";
      }
    }
    return "";
  }

  private static String index() {
    StringBuilder text = new StringBuilder("# Rules\n\nThe same text as `concur explain RULE`.\n");
    String family = "";
    for (Rule rule : Rules.all().stream().sorted(RuleDocsTest::byFamily).toList()) {
      if (!rule.family().equals(family)) {
        family = rule.family();
        text.append("\n## ")
            .append(family)
            .append("\n\n| rule | severity | what |\n|---|---|---|\n");
      }
      text.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
      text.append(rule.severity().word()).append(" | ").append(Page.of(rule).title());
      text.append(" |\n");
    }
    return text.toString();
  }

  private static int byFamily(Rule a, Rule b) {
    int family = a.family().compareTo(b.family());
    return family != 0 ? family : a.id().compareTo(b.id());
  }
}
