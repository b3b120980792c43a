package dev.concur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.report.Report.PredictionError;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictionErrorsTest {

  @Test
  void a_batch_that_shows_what_was_promised_for_it_is_no_error() {
    PredictionError error =
        PredictionErrors.ofMeasured(List.of(measured(15).promised(16))).orElseThrow();

    assertEquals(new PredictionError(1, Math.log(15 / 16.0), 1), error);
  }

  @Test
  void half_of_what_was_promised_is_an_error() {
    PredictionError error =
        PredictionErrors.ofMeasured(List.of(measured(8).promised(16), measured(16).promised(16)))
            .orElseThrow();

    assertEquals(.5, error.within20());
    assertEquals(Math.log(.5) / 2, error.medianLogRatio(), 1e-9);
  }

  @Test
  void what_was_measured_on_a_busy_machine_says_nothing_of_the_prediction() {
    Measurement busy = measured(5).promised(16, .8);

    assertTrue(PredictionErrors.ofMeasured(List.of(busy)).isEmpty());
    assertEquals(
        1,
        PredictionErrors.ofMeasured(List.of(busy, measured(16).promised(16, .1)))
            .orElseThrow()
            .within20());
  }

  @Test
  void without_measurements_there_is_none() {
    assertTrue(PredictionErrors.of(List.of()).isEmpty());
  }

  private static Measured measured(double speedup) {
    return new Measured(speedup);
  }

  /** So that what was measured and what was promised are not mixed up. */
  private record Measured(double speedup) {
    Measurement promised(double promised) {
      return promised(promised, 0);
    }

    Measurement promised(double promised, double load) {
      return new Measurement(
          Fidelity.LIVE,
          2,
          "25",
          speedup,
          .9 * speedup,
          1.1 * speedup,
          promised,
          .999,
          9,
          5,
          2,
          .005,
          OptionalDouble.of(load),
          List.of(),
          "",
          "a/A.java",
          "java @run.args",
          List.of());
    }
  }
}
