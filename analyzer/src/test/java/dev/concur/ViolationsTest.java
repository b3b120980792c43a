package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Advice;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Remedy;
import dev.concur.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a run fail. */
class ViolationsTest {

  @TempDir private Path home;

  @Test
  void nobody_fails_for_what_is_best_left_as_it_is() throws IOException {
    Files.writeString(
        home.resolve("Feed.java"),
        """
        class Feed {
          static synchronized String ask(java.net.URL url) throws Exception {
            return new String(url.openStream().readAllBytes());
          }
        }
        """);
    Analysis found = Concur.analyze(new Settings().paths(List.of(home.toString())).request());
    assertTrue(found.fails(Threshold.USUAL));
    Analysis left = with(found, found.report().advice().stream().map(each -> left(each)).toList());
    assertFalse(left.fails(Threshold.USUAL));
    assertEquals(found.report().advice().size(), left.report().advice().size());
  }

  private static Advice left(Advice advice) {
    Remedy leave =
        new Remedy(
            Model.SEQUENTIAL,
            Optional.empty(),
            Remedy.LEAVE,
            Remedy.Status.RECOMMENDED,
            "",
            "",
            Parameters.NONE,
            Optional.empty(),
            Optional.empty());
    return new Advice(advice.finding(), List.of(leave), Optional.empty(), 0);
  }

  private static Analysis with(Analysis found, List<Advice> advice) {
    Report report = found.report();
    return new Analysis(
        found.project(),
        new Report(
            report.toolVersion(),
            report.machine(),
            report.jdk(),
            report.benchmarkJdk(),
            report.os(),
            report.target(),
            report.roots(),
            report.classes(),
            report.methods(),
            report.locks(),
            advice,
            report.problems(),
            report.predictionError(),
            report.spending()),
        found.sources(),
        found.compared(),
        found.known(),
        found.preview(),
        found.kept());
  }
}
