package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rules are a preview for one version, and a version can be pinned. */
class RulesetTest {

  @TempDir private Path home;

  @Test
  void a_rule_that_is_new_in_this_version_is_a_preview_and_counts_from_the_next_on() {
    assertTrue(new Ruleset("0.4").isPreview("0.4"));
    assertFalse(new Ruleset("0.5").isPreview("0.4"));
    assertTrue(new Ruleset("0.9").isPreview("0.10"), "versions are no decimals");
    assertFalse(new Ruleset("1.0").isPreview("0.10"));
  }

  @Test
  void nothing_is_a_preview_in_the_first_version() {
    assertEquals(Set.of(), new Ruleset(Ruleset.CURRENT).preview());
  }

  @Test
  void what_came_after_the_pinned_version_is_reported_and_fails_nothing() throws IOException {
    Files.createDirectories(home.resolve("src/a"));
    Files.writeString(
        home.resolve("src/a/Old.java"),
        """
        package a;
        class Old {
          static synchronized String ask(java.net.URL url) throws Exception {
            return new String(url.openStream().readAllBytes());
          }
        }
        """);
    Settings settings = new Settings().paths(List.of(home.toString()));
    assertTrue(Concur.analyze(settings.request()).fails(Threshold.USUAL));
    Analysis pinned = Concur.analyze(settings.rulesetVersion("0.0").request());
    assertFalse(pinned.report().advice().isEmpty());
    assertFalse(pinned.fails(Threshold.USUAL));
  }

  @Test
  void what_is_no_version_is_refused() {
    assertEquals("0.1", Ruleset.version("0.1.0-SNAPSHOT"));
    assertThrows(UsageError.class, () -> Ruleset.version("latest"));
  }
}
