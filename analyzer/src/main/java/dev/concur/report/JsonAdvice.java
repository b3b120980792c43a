package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Measurement;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Parameters;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Kind;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A finding with its remedies, as the JSON schema has it. */
final class JsonAdvice {

  private JsonAdvice() {}

  static void write(Json json, Advice advice, WriterContext context) throws IOException {
    Finding finding = advice.finding();
    json.open().field("id", finding.id()).field("rule", finding.rule());
    json.field("severity", finding.severity().word());
    json.field("confidence", finding.confidence().word()).name("at");
    JsonReport.writeSpot(json, finding.at());
    json.field("message", finding.message());
    json.each("evidence", finding.evidence(), JsonReport::writeSpot);
    Optional<Patch> patch = context.sources().patchOf(advice);
    json.each(
        "advice",
        advice.remedies(),
        (each, remedy) ->
            writeRemedy(each, remedy, remedy.equals(advice.first()) ? patch : Optional.empty()));
    json.words("facets", finding.facets()).words("locks", finding.locks());
    if (finding.suppressed().isPresent()) {
      Finding.Suppression suppression = finding.suppressed().get();
      json.open("suppressed").field("by", suppression.by());
      json.fieldUnlessEmpty("justification", suppression.justification()).close();
    }
    json.fieldUnlessEmpty("state", context.stateOf(finding).orElse(""));
    json.fieldIfFinite("rank", Summary.rank(advice)).close();
  }

  private static void writeRemedy(Json json, Remedy remedy, Optional<Patch> patch)
      throws IOException {
    json.open().field("model", remedy.model().word()).field("change", remedy.change());
    json.fieldUnlessEmpty("lockChange", remedy.lockChange().map(LockChange::word).orElse(""));
    if (remedy.predicted().isPresent()) {
      writePrediction(json, remedy.predicted().get());
    }
    if (remedy.verdict().isPresent()) {
      writeVerdict(json, remedy.verdict().get());
    }
    json.field("status", Words.of(remedy.status()));
    json.fieldUnlessEmpty("why", remedy.why()).fieldUnlessEmpty("when", remedy.when());
    if (!remedy.parameters().equals(Parameters.NONE)) {
      writeParameters(json, remedy.parameters());
    }
    json.fieldUnlessEmpty("patch", patch.map(Patch::diff).orElse("")).close();
  }

  private static void writeParameters(Json json, Parameters sizes) throws IOException {
    json.open("parameters").fieldIfPositive("poolSize", sizes.poolSize());
    json.fieldIfPositive("inFlight", sizes.inFlight()).fieldIfPositive("batch", sizes.batch());
    json.fieldIfPositive("workers", sizes.workers()).fieldIfPositive("stripes", sizes.stripes());
    json.fieldIfPositive("permits", sizes.permits()).close();
  }

  private static void writePrediction(Json json, Prediction predicted) throws IOException {
    if (!Double.isFinite(predicted.speedup())) {
      return; // the schema demands a number, and there is none
    }
    json.open("predicted").fieldIfFinite("speedup", predicted.speedup());
    json.fieldIfFinite("low", predicted.low()).fieldIfFinite("high", predicted.high());
    json.field("cores", predicted.cores());
    json.fieldUnlessEmpty("limitedBy", predicted.limitedBy());
    json.field("basis", predicted.basis().word());
    json.each("assumedWaits", predicted.assumedWaits().entrySet(), JsonAdvice::writeWait);
    if (predicted.breakEvenWaitNanos().isPresent()) {
      json.numberOrNull("breakEvenWaitNanos", predicted.breakEvenWaitNanos().getAsDouble());
    }
    json.close();
  }

  private static void writeWait(Json json, Map.Entry<Kind, Double> wait) throws IOException {
    json.open().field("kind", wait.getKey().word()).fieldIfFinite("nanos", wait.getValue()).close();
  }

  private static void writeVerdict(Json json, Verdict verdict) throws IOException {
    json.open("verification").field("verdict", verdict.word());
    json.fieldUnlessEmpty("reason", verdict.reason());
    if (verdict.measured().isPresent()) {
      writeMeasurement(json, verdict.measured().get());
    }
    json.close();
  }

  private static void writeMeasurement(Json json, Measurement measured) throws IOException {
    json.field("fidelity", Words.of(measured.fidelity())).field("cores", measured.cores());
    json.field("jdk", measured.jdk()).fieldIfFinite("speedup", measured.speedup());
    json.fieldIfFinite("low", measured.low()).fieldIfFinite("high", measured.high());
    json.fieldIfFinite("confidenceLevel", measured.confidenceLevel());
    json.fieldIfFinite("seconds", measured.seconds());
    json.fieldUnlessEmpty("source", measured.source()).fieldUnlessEmpty("rerun", measured.rerun());
    json.field("pairs", measured.pairs()).field("looks", measured.looks());
    json.fieldIfFinite("alpha", measured.alpha());
    if (measured.load().isPresent()) {
      json.fieldIfFinite("load", measured.load().getAsDouble());
    }
    json.words("stubs", measured.stubs()).fieldUnlessEmpty("witness", measured.witness());
    json.each("arms", Summary.withInterval(measured.arms()), JsonAdvice::writeArm);
  }

  private static void writeArm(Json json, ArmResult result) throws IOException {
    json.open().field("id", result.arm().id()).field("role", Words.of(result.arm().role()));
    json.field("model", result.arm().model().word());
    json.fieldIfFinite("opsPerSecond", result.opsPerSecond());
    json.fieldIfFinite("low", result.low()).fieldIfFinite("high", result.high());
    json.field("samples", result.samples()).close();
  }
}
