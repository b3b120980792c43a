package dev.concur.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule must bring along; its page is demanded by {@code RulesTest}. */
class InventoryTest {

  private static final Path SAMPLES = Path.of("..", "samples", "src", "main");

  @Test
  void every_rule_has_a_sample_package_of_its_name() {
    List<String> without = Rules.all().stream().map(Rule::id).filter(id -> !hasSample(id)).toList();

    assertEquals(List.of(), without);
  }

  private static boolean hasSample(String id) {
    return List.of("java", "java21").stream()
        .map(
            root ->
                SAMPLES.resolve(root).resolve("dev/concur/samples").resolve(id.replace("-", "")))
        .anyMatch(Files::isDirectory);
  }
}
