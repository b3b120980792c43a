package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.ExampleProject.Side;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the rule pages are compiled and judged: the bad ones are found, the good not. */
class RuleExamplesTest {

  @TempDir static Path home;
  private static ExampleProject project;

  @BeforeAll
  static void scan() throws IOException, InterruptedException {
    project = new ExampleProject(home);
  }

  static Stream<String> rules() {
    return Rules.all().stream().map(Rule::id);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_a_page_calls_bad_is_found_and_what_it_calls_good_is_not(String id) {
    Rule rule = Rules.named(id).orElseThrow();
    Assumptions.assumeTrue(
        project.compiles(rule), id + " did not run: its example needs a JDK of 21 or newer");
    Set<String> bad = project.found(rule, Side.BAD);
    assertTrue(bad.contains(id), () -> "in the bad example only " + bad);
    Set<String> good = project.found(rule, Side.GOOD);
    assertFalse(good.contains(id), () -> "in the good example " + good);
  }

  @Test
  void every_page_shows_one_bad_and_one_good_example() {
    List<String> wrong = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      String example = Page.of(rule).sections().getOrDefault("Example", "");
      if (!example.startsWith("Bad:")
          || ExampleProject.blocks(rule, Side.BAD).size() != 1
          || ExampleProject.blocks(rule, Side.GOOD).size() != 1) {
        wrong.add(rule.id());
      }
    }
    assertEquals(List.of(), wrong);
  }
}
