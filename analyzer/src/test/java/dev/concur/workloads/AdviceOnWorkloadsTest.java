package dev.concur.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.Concur;
import dev.concur.Settings;
import dev.concur.advise.Advice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the advice for every workload against what was measured of all ways. The figures are those
 * that were reached; whoever makes them worse should know it.
 */
class AdviceOnWorkloadsTest {

  // Reached in November 2026, with some room for the next measurement.
  private static final double FIRST_REGRET = 0.06;
  private static final double FIRST_PREDICTED = 0.45;
  private static final double SECOND_REGRET = 0.12;
  private static final double SECOND_PREDICTED = 0.5;
  private static final double MORE_REGRET = 0.2;
  private static final double MORE_PREDICTED = 0.35;
  private static final double REGRET_ON_17 = 0.16;
  private static final double BOUNDED = 0.7;

  @TempDir static Path classes;

  private static List<Advice> on25;
  private static List<Advice> on21;
  private static List<Advice> on17;

  @BeforeAll
  static void scan() throws IOException, URISyntaxException {
    Class<?> any = Suite.all().get(0).code();
    String folder = any.getPackageName().replace('.', '/');
    Path built = Path.of(any.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path to = Files.createDirectories(classes.resolve(folder));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(built.resolve(folder))) {
      for (Path file : files) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    on25 = advice(25);
    on21 = advice(21);
    on17 = advice(17);
  }

  private static List<Advice> advice(int runtime) {
    Settings settings = new Settings().paths(List.of(classes.toString())).runtime(runtime);
    return Concur.analyze(settings.request()).report().advice();
  }

  @Test
  void advice_on_the_first_half_is_as_good_as_recorded() {
    Scoreboard score = score(FirstHalf.all(), on25, 25);

    assertTrue(score.meanRegret() <= FIRST_REGRET, score.table());
    assertTrue(score.predictedWell() >= FIRST_PREDICTED, score.table());
  }

  @Test
  void advice_on_the_second_half_is_as_good_as_recorded() {
    Scoreboard score = score(SecondHalf.all(), on25, 25);

    assertTrue(score.meanRegret() <= SECOND_REGRET, score.table());
    assertTrue(score.predictedWell() >= SECOND_PREDICTED, score.table());
  }

  @Test
  void advice_on_the_workloads_written_last_is_as_good_as_recorded() {
    Scoreboard score = score(MoreWorkloads.all(), on25, 25);

    assertTrue(score.meanRegret() <= MORE_REGRET, score.table());
    assertTrue(score.predictedWell() >= MORE_PREDICTED, score.table());
  }

  @Test
  void advice_on_17_is_as_good_as_recorded() {
    Scoreboard score = score(Suite.all(), on17, 17);

    assertTrue(score.meanRegret() <= REGRET_ON_17, score.table());
  }

  @Test
  void gains_are_mostly_between_the_bounds_that_are_given_for_them() {
    Scoreboard score = score(Suite.all(), on25, 25);

    assertTrue(score.bounded() >= BOUNDED, score.summary());
  }

  @Test
  void the_page_shows_what_the_table_says() throws IOException {
    String page =
        "# Advice on the workloads, Java 25\n\n"
            + score(Suite.all(), on25, 25).table()
            + "\n## How good each law is\n\n"
            + score(Suite.all(), on25, 25).laws()
            + "\n# The same code on 17, 21 and 25\n\n"
            + new SideBySide(on17, on21, on25).table()
            + "\n# The same on Java 17\n\n"
            + score(Suite.all(), on17, 17).table();

    Path written = Path.of("target", "workloads.md");
    Files.writeString(written, page);

    assertTrue(page.contains("| " + Suite.all().get(0).name() + " |"));
  }

  @Test
  void the_same_code_is_told_something_else_on_17_21_and_25() {
    SideBySide advice = new SideBySide(on17, on21, on25);

    assertEquals(
        "| QuoteRound | sequential-independent-io: threads"
            + " | sequential-independent-io: virtual-threads, if no monitor is held while waiting"
            + " | sequential-independent-io: virtual-threads |",
        advice.row("QuoteRound"));
    assertEquals(
        "| LongSums | parallelisable-cpu-loop: threads | the same | the same |",
        advice.row("LongSums"));
  }

  private static Scoreboard score(List<Workload> workloads, List<Advice> advice, int runtime) {
    Measured measured = Measured.kept();
    return new Scoreboard(
        workloads.stream()
            .map(each -> Outcome.of(each, advice, measured.of(each, runtime)))
            .toList());
  }
}
