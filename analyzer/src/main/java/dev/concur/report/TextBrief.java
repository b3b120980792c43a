package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Confidence;
import dev.concur.model.LockUse;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finding in some ten lines: what is so, by which calls, what to do, and what that brings.
 * Packages are named where somebody clicks, and nowhere else.
 */
final class TextBrief {

  /** The calls next to the deciding one. */
  private static final int CALLS = 3;

  private final Page page;
  private final Map<String, LockUse> locks;

  TextBrief(Page page, Report report) {
    this.page = page;
    this.locks = TextAdvice.byId(report);
  }

  void write(int number, Advice advice) throws IOException {
    if (number > 1) {
      page.blank();
    }
    Finding finding = advice.finding();
    Ink ink = Ink.of(finding.severity());
    String title = page.ink(ink, finding.severity().word() + " " + finding.rule());
    page.row(number + ".", title + doubt(finding) + figures(advice));
    page.whole(Words.plain(finding.at().asStackFrame()));
    page.row("What", shortly(finding.message()));
    writePath(finding);
    for (String id : finding.locks()) {
      writeLock(id);
    }
    writeRemedies(advice.remedies());
  }

  /** The rest, in two lines. */
  void line(Advice advice, String times) throws IOException {
    Finding finding = advice.finding();
    page.row(
        page.ink(Ink.of(finding.severity()), finding.severity().word()),
        Words.plain(finding.rule()) + times + doubt(finding) + figures(advice));
    page.whole(Words.plain(finding.at().asStackFrame()));
  }

  /** What a reader should know before the figures. */
  static String doubt(Finding finding) {
    return finding.confidence() == Confidence.LOW ? ", low confidence" : "";
  }

  private static String figures(Advice advice) {
    return Words.plain(Summary.proposed(advice).map(Words::figures).orElse(""));
  }

  private static String shortly(String text) {
    return Words.plain(Words.withoutPackages(text));
  }

  /** Calls but for those already told: the place of repair, and where its locks are declared. */
  private void writePath(Finding finding) throws IOException {
    List<Spot> told = new ArrayList<>(List.of(place(finding.at())));
    finding.locks().stream()
        .flatMap(id -> Optional.ofNullable(locks.get(id)).stream())
        .forEach(use -> told.add(place(use.lock().declared())));
    List<Spot> calls =
        finding.evidence().stream().filter(spot -> !told.contains(place(spot))).toList();
    String label = "Path";
    int left = calls.size() - CALLS;
    if (left > 0) {
      page.row(label, "... " + Words.count(left, "call") + ", then");
      label = "";
    }
    for (Spot call : calls.subList(Math.max(0, left), calls.size())) {
      page.whole(label, Words.plain(call.asStackFrame()));
      label = "";
    }
  }

  private static Spot place(Spot spot) {
    return new Spot(spot.className(), spot.method(), "", spot.file(), spot.line(), "");
  }

  private void writeLock(String id) throws IOException {
    LockUse use = locks.get(id);
    if (use == null) {
      page.row("Lock", shortly(id));
      return;
    }
    page.row("Lock", shortly(use.lock().words()) + ", " + Words.heldShortly(use));
  }

  private void writeRemedies(List<Remedy> remedies) throws IOException {
    List<String> others = new ArrayList<>();
    List<Remedy> rejected = new ArrayList<>();
    for (Remedy remedy : remedies) {
      switch (remedy.status()) {
        case RECOMMENDED -> writeProposal("Do", remedy);
        case WITHDRAWN -> writeProposal("Withdrawn", remedy);
        case ALTERNATIVE -> others.add(remedy.way() + Words.figures(remedy).replaceFirst(",", ""));
        case REJECTED -> rejected.add(remedy);
      }
    }
    if (!others.isEmpty()) {
      page.row("Or", Words.plain(String.join("; ", others)));
    }
    if (!rejected.isEmpty()) {
      String more = rejected.size() == 1 ? "" : "; and " + (rejected.size() - 1) + " more";
      page.row("Not", rejected.get(0).way() + ": " + shortly(rejected.get(0).why()) + more);
    }
  }

  private void writeProposal(String label, Remedy remedy) throws IOException {
    page.row(label, page.ink(Ink.STRONG, shortly(remedy.change())));
    if (!remedy.when().isEmpty()) {
      page.more("if " + shortly(remedy.when()));
    }
    if (remedy.verdict().isPresent()) {
      writeVerdict(remedy.verdict().get());
    }
  }

  private void writeVerdict(Verdict verdict) throws IOException {
    String word = page.ink(Ink.ofVerdict(verdict.word()), verdict.word());
    String fidelity =
        verdict.measured().map(Measurement::fidelity).map(f -> ", " + Words.of(f)).orElse("");
    page.row("Measured", word + fidelity + ": " + shortly(verdict.reason()));
    Optional<String> rerun =
        verdict.measured().map(Measurement::rerun).filter(command -> !command.isEmpty());
    if (rerun.isPresent()) {
      page.whole("Again", Words.plain(rerun.get()));
    }
  }
}
