package dev.concur.verify;

import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Verdicts with something added. */
final class Verdicts {

  private Verdicts() {}

  /** The same verdict, with the throughput of further arms beside it. */
  static Verdict withArms(Verdict verdict, List<ArmResult> more) {
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return new Verdict.Confirmed(with(confirmed.measurement(), more), confirmed.reason());
    }
    if (verdict instanceof Verdict.Refuted refuted) {
      return new Verdict.Refuted(with(refuted.measurement(), more), refuted.reason());
    }
    if (verdict instanceof Verdict.Undecided undecided) {
      return new Verdict.Undecided(
          undecided.measured().map(measured -> with(measured, more)), undecided.reason());
    }
    return verdict;
  }

  /** The same verdict for other advice of the same shape. */
  static Verdict shared(Verdict verdict) {
    String note = "; measured once for all advice of this shape";
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return new Verdict.Confirmed(confirmed.measurement(), confirmed.reason() + note);
    }
    if (verdict instanceof Verdict.Refuted refuted) {
      return new Verdict.Refuted(refuted.measurement(), refuted.reason() + note);
    }
    return new Verdict.Undecided(verdict.measured(), verdict.reason() + note);
  }

  private static Measurement with(Measurement m, List<ArmResult> more) {
    List<ArmResult> arms = new ArrayList<>(m.arms());
    arms.addAll(more);
    return new Measurement(
        m.fidelity(),
        m.cores(),
        m.jdk(),
        m.speedup(),
        m.low(),
        m.high(),
        m.promised(),
        m.confidenceLevel(),
        m.seconds(),
        m.pairs(),
        m.looks(),
        m.alpha(),
        m.load(),
        m.stubs(),
        m.witness(),
        m.source(),
        m.rerun(),
        arms);
  }
}
