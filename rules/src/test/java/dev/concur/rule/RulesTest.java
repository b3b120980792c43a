package dev.concur.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void ids_are_class_names_in_kebab_case_and_unique() {
    List<String> ids = Rules.all().stream().map(Rule::id).toList();

    assertTrue(ids.contains("gil-static-lock"), ids.toString());
    assertTrue(ids.contains("parallelisable-cpu-loop"), ids.toString());
    assertEquals(ids.stream().distinct().toList(), ids);
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void every_rule_has_a_page_with_the_fixed_headings_and_an_example_of_both_sorts() {
    for (Rule rule : Rules.all()) {
      Page page = Page.of(rule);
      assertTrue(!page.title().isEmpty(), rule.id());
      assertEquals(Page.HEADINGS, List.copyOf(page.sections().keySet()), rule.id());
      page.sections().forEach((heading, text) -> assertTrue(!text.isEmpty(), rule.id() + heading));
      String example = page.sections().get("Example");
      assertTrue(example.startsWith("Bad:\n```java\n"), rule.id());
      assertTrue(example.contains("```\nGood:\n```java\n"), rule.id());
    }
  }

  @Test
  void every_threshold_of_a_rule_is_defended_on_its_page() {
    for (Rule rule : Rules.all()) {
      String threshold = Page.of(rule).sections().get("Threshold");
      for (var field : rule.getClass().getDeclaredFields()) {
        if (field.getType().isPrimitive()) {
          assertTrue(threshold.contains("`" + field.getName() + "`"), rule.id() + " " + field);
        }
      }
    }
  }

  @Test
  void the_first_sentence_of_a_section_is_what_reports_quote() {
    Page page = Page.parse("# T\n\n## Problem\nOne\nthing. And more.\n## Fix\nNo stop");

    assertEquals("One thing.", page.firstSentence("Problem"));
    assertEquals("No stop", page.firstSentence("Fix"));
    assertEquals("", page.firstSentence("Why"));
  }

  @Test
  void releases_are_said_in_words() {
    assertEquals("all", Releases.ALL.words());
    assertEquals("21+", Releases.since(21).words());
    assertEquals("21 to 23", new Releases(21, 23).words());
  }
}
