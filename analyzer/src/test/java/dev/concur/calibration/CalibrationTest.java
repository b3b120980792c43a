package dev.concur.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.Label;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the labels against what was measured of the same methods.
 *
 * <p>The figures are those reached when they were last written down here; what is better may be
 * written down, what is worse is a step back. {@code -Pcalibration} measures anew.
 */
class CalibrationTest {

  private static final double MACRO_F1 = 0.93;
  private static final double IO_PRECISION = 0.97;
  private static final double IO_RECALL = 0.94;
  private static final double KINDS = 0.90;

  private static Suite suite;
  private static List<Measured> truths;
  private static Scores scores;

  @BeforeAll
  static void label_the_suite() {
    suite = Suite.compiled("-g");
    truths = Suite.measured();
    scores = suite.scores();
    System.out.println(scores.text());
    System.out.println(scores.misses());
  }

  @Test
  void at_least_150_methods_are_measured() {
    assertTrue(truths.size() >= 150, () -> truths.size() + " methods");
  }

  @Test
  void the_bounds_are_right_as_often_as_they_were() {
    assertTrue(scores.macroF1() >= MACRO_F1, scores::text);
  }

  @Test
  void waiting_is_found_and_not_imagined() {
    assertTrue(scores.precision(Bound.IO) >= IO_PRECISION, scores::text);
    assertTrue(scores.recall(Bound.IO) >= IO_RECALL, scores::text);
  }

  @Test
  void the_kinds_are_right_where_the_bounds_are() {
    assertTrue(scores.kinds() >= KINDS, scores::text);
  }

  @Test
  void high_confidence_is_deserved() {
    assertTrue(scores.rightAt(Confidence.HIGH) >= 0.95, scores::text);
  }

  @Test
  void what_only_starts_work_is_async_and_does_not_block() {
    List<String> wrong =
        truths.stream()
            .filter(Measured::starts)
            .map(Measured::method)
            .filter(method -> !startsOnly(suite.label(method)))
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void every_miss_is_marked_in_the_source_with_its_reason() {
    assertEquals(List.of(), Misses.in(Suite.SOURCES).unmarked(scores));
  }

  @Test
  void what_is_marked_as_a_miss_is_one_still() {
    assertEquals(List.of(), Misses.in(Suite.SOURCES).stale(scores));
  }

  private static boolean startsOnly(Label label) {
    return label.async() && !label.blocking();
  }

  @Test
  void streams_in_memory_wait_for_nothing() {
    List<String> inMemory =
        List.of(
            "OrderArchive#copy",
            "OrderArchive#zipped",
            "OrderArchive#numbers",
            "OrderArchive#receipt",
            "OrderArchive#settingsIn",
            "Texts#sumIn",
            "Carriers#parse",
            "Store#bundle",
            "Store#unpack",
            "Pictures#decode",
            "Feeds#parse");
    List<String> wrong =
        inMemory.stream().filter(method -> suite.label(method).blocking()).toList();
    assertEquals(List.of(), wrong);
  }
}
