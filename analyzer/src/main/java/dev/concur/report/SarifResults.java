package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.LockUse;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as SARIF results. */
final class SarifResults {

  // More steps than a reader follows; GitHub refuses 10,000 and shows 1,000.
  private static final int STEPS = 50;
  // GitHub shows 100 locations of a result.
  private static final int RELATED = 100;

  private final Json json;
  private final Report report;
  private final SarifRules rules;
  private final SourceTexts sources;
  private final WriterContext context;
  private final boolean anySuppressed;
  private final Map<String, List<String>> hashes = new HashMap<>();

  SarifResults(Json json, Report report, WriterContext context, SarifRules rules) {
    this.json = json;
    this.report = report;
    this.rules = rules;
    this.context = context;
    this.sources = context.sources();
    this.anySuppressed = report.advice().stream().anyMatch(Summary::isSuppressed);
  }

  void write(Advice advice) throws IOException {
    Finding finding = advice.finding();
    json.open().field("ruleId", finding.rule());
    json.field("ruleIndex", rules.indexOf(finding.rule()));
    json.field("level", finding.severity().word());
    json.open("message").field("text", Words.sentence(advice)).close();
    json.openArray("locations");
    writeLocation(finding.at(), "");
    json.closeArray();
    writeFingerprints(finding);
    writeCodeFlow(finding.evidence());
    writeRelated(finding);
    writeSuppressions(finding);
    writeFix(advice);
    json.fieldUnlessEmpty("baselineState", context.stateOf(finding).orElse(""));
    json.fieldIfFinite("rank", Summary.rank(advice));
    writeProperties(advice);
    json.close();
  }

  /** What an earlier run found and this one did not: its place is known by name alone. */
  void write(KnownResult gone) throws IOException {
    json.open().field("ruleId", gone.rule()).field("ruleIndex", rules.indexOf(gone.rule()));
    json.field("kind", "pass").field("level", "none");
    json.open("message").field("text", "Found by the earlier run, and no longer.").close();
    json.openArray("locations").open().openArray("logicalLocations").open();
    json.field("name", gone.method());
    json.field("fullyQualifiedName", gone.className() + "." + gone.method());
    json.field("kind", "function").close().closeArray().close().closeArray();
    json.open("partialFingerprints").field("concurFinding/v1", gone.id()).close();
    if (anySuppressed) {
      json.openArray("suppressions").closeArray();
    }
    json.field("baselineState", "absent").close();
  }

  private void writeLocation(Spot spot, String message) throws IOException {
    json.open();
    writeLocationFields(spot, message);
    json.close();
  }

  private void writeLocationFields(Spot spot, String message) throws IOException {
    String path = sources.pathOf(spot);
    if (!path.isEmpty()) {
      json.open("physicalLocation").open("artifactLocation");
      json.field("uri", Paths.asUri(path)).field("uriBaseId", "%SRCROOT%").close();
      if (spot.line() > 0) {
        json.open("region").field("startLine", spot.line()).close();
      }
      json.close();
    }
    json.openArray("logicalLocations").open().field("name", spot.method());
    json.field("fullyQualifiedName", spot.methodRef().toString());
    json.field("kind", "function").close().closeArray();
    if (!message.isEmpty()) {
      json.open("message").field("text", message).close();
    }
  }

  private void writeFingerprints(Finding finding) throws IOException {
    json.open("partialFingerprints").field("concurFinding/v1", finding.id());
    Spot at = finding.at();
    List<String> lines = hashes.computeIfAbsent(sources.pathOf(at), path -> hashesOf(at));
    if (at.line() > 0 && at.line() <= lines.size()) {
      json.field("primaryLocationLineHash", lines.get(at.line() - 1));
    }
    json.close();
  }

  private List<String> hashesOf(Spot spot) {
    return LineHash.of(sources.textOf(spot));
  }

  /** From the entry to the leaf; the middle of a very long chain is left out. */
  private void writeCodeFlow(List<Spot> chain) throws IOException {
    if (chain.isEmpty()) {
      return;
    }
    json.openArray("codeFlows").open().openArray("threadFlows").open().openArray("locations");
    for (int i = 0; i < chain.size(); i++) {
      if (chain.size() > STEPS && i == STEPS / 2) {
        i = chain.size() - STEPS / 2;
      }
      Spot spot = chain.get(i);
      json.open().open("location");
      writeLocationFields(spot, spot.note().isEmpty() ? spot.methodRef().toString() : spot.note());
      json.close().close();
    }
    json.closeArray().close().closeArray().close().closeArray();
  }

  private void writeRelated(Finding finding) throws IOException {
    List<Spot> related = relatedTo(finding);
    if (related.isEmpty()) {
      return;
    }
    json.openArray("relatedLocations");
    for (int i = 0; i < Math.min(RELATED, related.size()); i++) {
      json.open().field("id", i + 1);
      writeLocationFields(related.get(i), related.get(i).note());
      json.close();
    }
    json.closeArray();
  }

  private List<Spot> relatedTo(Finding finding) {
    List<Spot> related = new ArrayList<>();
    for (LockUse use : report.locks()) {
      if (finding.locks().contains(use.lock().id())) {
        related.add(use.lock().declared().noting("declares " + use.lock().words()));
        use.regions().forEach(region -> related.add(region.at().noting("takes the lock")));
      }
    }
    if (finding.subject() instanceof Subject.OfHandOff subject) {
      related.add(subject.handOff().executor().created().noting("creates the executor"));
    }
    return related;
  }

  /** What a tool may apply at a click. */
  private void writeFix(Advice advice) throws IOException {
    Optional<Patch> patch = sources.patchOf(advice);
    if (patch.isEmpty()) {
      return;
    }
    json.openArray("fixes").open().open("description");
    json.field("text", Words.plain(advice.first().change())).close();
    json.openArray("artifactChanges").open().open("artifactLocation");
    json.field("uri", Paths.asUri(patch.get().path())).field("uriBaseId", "%SRCROOT%").close();
    json.openArray("replacements");
    for (Patch.Replacement each : patch.get().replacements()) {
      json.open().open("deletedRegion").field("startLine", each.line());
      json.field("startColumn", each.column()).field("endLine", each.endLine());
      json.field("endColumn", each.endColumn()).close();
      json.open("insertedContent").field("text", each.text()).close().close();
    }
    json.closeArray().close().closeArray().close().closeArray();
  }

  private void writeSuppressions(Finding finding) throws IOException {
    if (!anySuppressed) {
      return;
    }
    json.openArray("suppressions");
    if (finding.suppressed().isPresent()) {
      Finding.Suppression by = finding.suppressed().get();
      json.open().field("kind", by.by().equals("configuration") ? "external" : "inSource");
      json.field("status", "accepted").fieldUnlessEmpty("justification", by.justification());
      json.close();
    }
    json.closeArray();
  }

  private void writeProperties(Advice advice) throws IOException {
    Finding finding = advice.finding();
    json.open("properties").open("concur").field("confidence", finding.confidence().word());
    json.words("facets", finding.facets()).words("locks", finding.locks());
    Optional<Remedy> remedy = Summary.proposed(advice);
    if (remedy.isPresent()) {
      json.field("kind", remedy.get().model().word());
      json.field("status", Words.of(remedy.get().status())).field("advice", remedy.get().change());
      writeFigures(remedy.get());
    }
    json.close().close();
  }

  private void writeFigures(Remedy remedy) throws IOException {
    if (remedy.predicted().isPresent()) {
      Prediction predicted = remedy.predicted().get();
      json.fieldIfFinite("predicted", predicted.speedup());
    }
    if (remedy.verdict().isEmpty()) {
      return;
    }
    Verdict verdict = remedy.verdict().get();
    json.field("verdict", verdict.word()).fieldUnlessEmpty("reason", verdict.reason());
    if (verdict.measured().isPresent()) {
      Measurement measured = verdict.measured().get();
      json.field("jdk", measured.jdk()).fieldIfFinite("measured", measured.speedup());
      json.range("ci", measured.low(), measured.high());
    }
  }
}
