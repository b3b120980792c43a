package dev.concur.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the labels of an application that nobody here tuned on at first against what was measured
 * of it; figures are those reached. {@code ApplicationsCheck} does the same with libraries.
 */
class ApplicationsTest {

  @Test
  void a_row_says_the_same_bound_by_its_word_and_by_its_times(@TempDir Path folder)
      throws IOException {
    Path classes = Application.HARBOUR.compile(folder, "-g", List.of());
    List<String> computed =
        Application.HARBOUR.scores(classes, List.of()).cases().stream()
            .map(one -> one.truth().bound().word())
            .toList();
    assertEquals(Application.HARBOUR.bounds(), computed);
  }

  @Test
  void the_harbour_office_is_labelled_as_it_was(@TempDir Path folder) throws IOException {
    Path classes = Application.HARBOUR.compile(folder, "-g", List.of());
    Scores scores = Application.HARBOUR.scores(classes, List.of());
    assertTrue(scores.macroF1() >= 0.92, scores::text);
    assertTrue(scores.precision(Bound.IO) >= 0.95, scores::text);
    assertTrue(scores.recall(Bound.IO) >= 0.95, scores::text);
    assertTrue(scores.kinds() >= 0.90, scores::text);
    assertTrue(scores.rightAt(Confidence.HIGH) >= 0.97, scores::text);
  }

  @Test
  void every_miss_and_nothing_else_is_marked_in_the_source_with_its_reason(@TempDir Path folder)
      throws IOException {
    Path classes = Application.HARBOUR.compile(folder, "-g", List.of());
    Scores scores = Application.HARBOUR.scores(classes, List.of());
    Misses misses = Misses.in(Application.HARBOUR.sources());
    assertEquals(List.of(), misses.unmarked(scores));
    assertEquals(List.of(), misses.stale(scores));
  }

  @Test
  void what_only_starts_work_is_async_and_does_not_block(@TempDir Path folder) throws IOException {
    Path classes = Application.HARBOUR.compile(folder, "-g", List.of());
    List<String> wrong =
        Application.HARBOUR.scores(classes, List.of()).cases().stream()
            .filter(one -> one.truth().starts())
            .filter(one -> !one.label().async() || one.label().blocking())
            .map(one -> one.truth().method())
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void without_names_of_variables_it_is_nearly_as_good(@TempDir Path folder) throws IOException {
    Path classes = Application.HARBOUR.compile(folder, "-g:none", List.of());
    Scores scores = Application.HARBOUR.scores(classes, List.of());
    assertTrue(scores.macroF1() >= 0.90, scores::text);
  }
}
