package dev.concur.advise;

import static dev.concur.Sketch.MS;
import static dev.concur.Sketch.TWO_CORES;
import static dev.concur.Sketch.loop;
import static dev.concur.Sketch.on;
import static dev.concur.Sketch.waiting;
import static dev.concur.Sketch.waits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Measurement.Fidelity;
import dev.concur.advise.Remedy.Status;
import dev.concur.model.Kind;
import dev.concur.model.Program;
import dev.concur.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final Advice ADVICE = advice();

  private static Advice advice() {
    Program program = on(25, loop().body(waits(5 * MS), waiting(Kind.NETWORK, 5 * MS)));
    return Advisor.advise(program, Rules.findings(program), TWO_CORES).get(0);
  }

  private static Advice settled(Verdict verdict) {
    return Advisor.settle(List.of(ADVICE), Map.of(ADVICE.finding().id(), verdict)).get(0);
  }

  private static Measurement measured(double speedup, double alternatives) {
    List<ArmResult> arms =
        ADVICE.experiment().orElseThrow().arms().stream()
            .map(arm -> result(arm, speedup, alternatives))
            .toList();
    return new Measurement(
        Fidelity.MODELLED,
        2,
        "25",
        speedup,
        speedup * .9,
        speedup * 1.1,
        speedup,
        .995,
        12,
        5,
        2,
        .005,
        OptionalDouble.of(.02),
        List.of(),
        "",
        "bench/A.java",
        "java -jar bench.jar",
        arms);
  }

  private static ArmResult result(Arm arm, double speedup, double alternatives) {
    double ops =
        switch (arm.role()) {
          case BASELINE -> 100;
          case ADVISED -> 100 * speedup;
          default -> 100 * alternatives;
        };
    return new ArmResult(arm, ops, ops, ops, 5);
  }

  @Test
  void without_a_verdict_nothing_changes() {
    assertEquals(List.of(ADVICE), Advisor.settle(List.of(ADVICE), Map.of()));
  }

  @Test
  void a_confirmed_remedy_keeps_its_place_and_gains_its_verdict() {
    Verdict verdict = new Verdict.Confirmed(measured(80, 70), "the interval lies above 1.1");

    Advice settled = settled(verdict);

    assertEquals(ADVICE.first().with(verdict), settled.first());
    assertTrue(settled.rank() > ADVICE.rank());
  }

  @Test
  void an_undecided_remedy_stays_recommended() {
    Verdict verdict = new Verdict.Undecided(Optional.empty(), "machine busy: run delay .6");

    Advice settled = settled(verdict);

    assertEquals(Status.RECOMMENDED, settled.first().status());
    assertEquals(Optional.of(verdict), settled.first().verdict());
    assertEquals(ADVICE.rank(), settled.rank());
  }

  @Test
  void a_refuted_remedy_is_withdrawn_with_what_was_believed_and_measured() {
    Advice settled = settled(new Verdict.Refuted(measured(1.02, 1.01), "the same within 10 %"));

    Remedy last = settled.remedies().get(settled.remedies().size() - 1);
    assertEquals(Status.WITHDRAWN, last.status());
    assertEquals(ADVICE.first().model(), last.model());
    assertTrue(last.why().startsWith("believed 5"), last.why());
    assertTrue(last.why().endsWith("measured 1.02x (0.92 to 1.12)"), last.why());
    assertEquals("refuted", last.verdict().orElseThrow().word());
  }

  @Test
  void when_nothing_measured_better_the_code_is_left_alone() {
    Advice settled = settled(new Verdict.Refuted(measured(1.02, 1.01), "the same within 10 %"));

    assertEquals(Model.SEQUENTIAL, settled.first().model());
    assertEquals(Status.RECOMMENDED, settled.first().status());
    assertEquals("", settled.first().why());
    assertEquals(0, settled.rank());
  }

  @Test
  void an_alternative_that_measured_better_moves_up() {
    Advice settled = settled(new Verdict.Refuted(measured(1.02, 40), "slower than predicted"));

    assertEquals(Model.THREADS, settled.first().model());
    assertEquals(ADVICE.remedies().size(), settled.remedies().size());
  }

  @Test
  void settling_is_deterministic_and_leaves_its_input_alone() {
    Verdict verdict = new Verdict.Refuted(measured(1.02, 40), "slower than predicted");
    Advice before = advice();

    assertEquals(settled(verdict), settled(verdict));
    assertEquals(before, ADVICE);
  }
}
