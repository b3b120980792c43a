package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.read.SourceSuppressions.Found;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceSuppressionsTest {

  @Test
  void each_covers_what_it_stands_on_and_overloads_are_told_apart() {
    String text =
        """
        package a;
        class A {
          @SuppressWarnings("concur:gil-io") // start-up only
          void run() {
            new Thread(() -> { });
          }
          void run(int n) {
          }
          @SuppressWarnings({"unchecked", "concur:sleep-under-lock", "concur"})
          Object field = new Object() {
          };
        }
        """;
    assertEquals(
        Optional.of(
            List.of(
                new Found("a.A", "run", "gil-io", 3, 3, 6, "start-up only"),
                new Found("a.A", "", "*", 9, 9, 11, ""),
                new Found("a.A", "", "sleep-under-lock", 9, 9, 11, ""))),
        SourceSuppressions.in(text));
  }

  @Test
  void a_class_and_a_local_variable_can_carry_one() {
    String text =
        """
        @SuppressWarnings("concur")
        class A {
          void run() {
            @SuppressWarnings("concur:gil-cpu")
            Runnable r = () -> {
            };
          }
        }
        """;
    assertEquals(
        Optional.of(
            List.of(
                new Found("A", "", "*", 1, 1, 8, ""),
                new Found("A", "run", "gil-cpu", 4, 4, 5, ""))),
        SourceSuppressions.in(text).map(all -> List.of(all.get(0), ending(all.get(1), 5))));
  }

  private static Found ending(Found found, int line) {
    assertTrue(found.last() >= line, "it covers the lambda");
    return new Found(
        found.owner(),
        found.method(),
        found.rule(),
        found.line(),
        found.first(),
        line,
        found.justification());
  }

  @Test
  void new_syntax_parses_and_a_broken_file_is_said_to_be_broken() {
    String newest =
        "record P(int x) { static int f(Object o) { return switch (o) { case P(int y) -> y; default -> 0; }; } }";
    assertEquals(Optional.of(List.of()), SourceSuppressions.in(newest));
    assertEquals(Optional.empty(), SourceSuppressions.in("class {{{"));
  }

  @Test
  void most_files_need_not_be_parsed() {
    assertFalse(SourceSuppressions.mayBeIn("@SuppressWarnings(\"unchecked\") class A {}"));
    assertTrue(SourceSuppressions.mayBeIn("@SuppressWarnings(\"concur\") class A {}"));
  }
}
