package dev.concur.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Model;
import dev.concur.advise.Parameters;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void what_was_measured_stands_beside_what_its_batch_can_show() {
    assertEquals(
        ", predicted 32x (20 to 40) and 10.6x for the batch that ran, measured 10.3x (7.0 to 16.0),"
            + " confirmed",
        Words.figures(remedy(10.6)));
    assertEquals(
        ", predicted 32x (20 to 40), measured 10.3x (7.0 to 16.0), confirmed",
        Words.figures(remedy(31)));
  }

  @Test
  void predictions_that_were_mostly_wrong_are_said_to_be_sizes_only() {
    assertEquals(
        "measured 0.90x of what their batches should show, 3 of 4 within 20%",
        Words.predictionError(new Report.PredictionError(4, Math.log(.9), .75)));
    assertEquals(
        "measured 0.50x of what their batches should show, 1 of 4 within 20%; take what was not"
            + " measured for an order of magnitude",
        Words.predictionError(new Report.PredictionError(4, Math.log(.5), .25)));
  }

  private static Remedy remedy(double promised) {
    Prediction predicted =
        new Prediction(32, 20, 40, 2, "", Provenance.CATALOGUE, Map.of(), OptionalDouble.empty());
    return new Remedy(
        Model.THREADS,
        Optional.empty(),
        "",
        Remedy.Status.RECOMMENDED,
        "",
        "",
        Parameters.NONE,
        Optional.of(predicted),
        Optional.of(new Verdict.Confirmed(measurement(promised), "")));
  }

  private static Measurement measurement(double promised) {
    return new Measurement(
        Fidelity.LIVE,
        2,
        "25",
        10.3,
        7,
        16,
        promised,
        .999,
        9,
        3,
        1,
        .005,
        OptionalDouble.of(.02),
        List.of(),
        "",
        "",
        "",
        List.of());
  }
}
