package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Patterns, lengths of time, suppressions and misspelt names, as people type them. */
class WordsOfTheUserTest {

  @Test
  void a_pattern_covers_packages_classes_and_the_classes_in_them() {
    NameFilter filter =
        new NameFilter(List.of("com.acme.**"), List.of("**/generated/*", "**.*Dto"));
    assertTrue(filter.lets("com.acme.Foo"));
    assertTrue(filter.lets("com.acme.a.b.Foo$Bar"));
    assertFalse(filter.lets("org.acme.Foo"));
    assertFalse(filter.lets("com.acme.generated.Foo"));
    assertTrue(filter.lets("com.acme.generated.deep.Foo"));
    assertFalse(filter.lets("com.acme.OrderDto"));
    assertFalse(filter.lets("com.acme.OrderDto$Line"));
  }

  @Test
  void without_patterns_every_class_is_let_through() {
    assertTrue(NameFilter.ALL.lets("a.B"));
  }

  @Test
  void a_length_of_time_has_a_unit_or_means_seconds() {
    assertEquals(Duration.ofSeconds(60), TimeSpan.parse("60s"));
    assertEquals(Duration.ofMinutes(2), TimeSpan.parse("2m"));
    assertEquals(Duration.ofMillis(500), TimeSpan.parse("500 ms"));
    assertEquals(Duration.ofSeconds(90), TimeSpan.parse("90"));
    assertThrows(UsageError.class, () -> TimeSpan.parse("a while"));
    assertThrows(UsageError.class, () -> TimeSpan.parse("-5s"));
  }

  @Test
  void the_nearest_name_is_found_when_it_is_near() {
    List<String> names = List.of("json", "sarif", "html");
    assertEquals(Optional.of("sarif"), Nearest.to("sariff", names));
    assertEquals(Optional.of("json"), Nearest.to("JSON", names));
    assertEquals(Optional.empty(), Nearest.to("checkstyle", names));
  }

  @Test
  void a_line_of_suppressions_is_a_rule_a_place_and_a_reason() {
    assertEquals(
        List.of(
            new KnownFinding("gil-io", "a.B#run", "start-up only", "f:3"),
            new KnownFinding("*", "a.generated.**", "", "f:5")),
        SuppressionFile.parse(
            "f",
            """
            # what we know

            gil-io a.B#run # start-up only

            * a.generated.**
            """));
  }

  @Test
  void a_line_of_suppressions_that_is_not_understood_is_named() {
    assertEquals(
        "f:1: write: rule class#method # justification",
        assertThrows(UsageError.class, () -> SuppressionFile.parse("f", "gil-io")).getMessage());
  }
}
