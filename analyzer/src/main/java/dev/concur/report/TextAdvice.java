package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.LockUse;
import dev.concur.model.Spot;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One finding with all there is to it: chain, locks, every way out and the reasons against. */
final class TextAdvice {

  private final Page page;
  private final Map<String, LockUse> locks;

  TextAdvice(Page page, Report report) {
    this.page = page;
    this.locks = byId(report);
  }

  static Map<String, LockUse> byId(Report report) {
    return report.locks().stream()
        .collect(Collectors.toMap(use -> use.lock().id(), Function.identity(), (a, b) -> a));
  }

  void write(int number, Advice advice) throws IOException {
    if (number > 1) {
      page.blank();
    }
    Finding finding = advice.finding();
    String title = finding.severity().word() + " " + Words.plain(finding.rule());
    page.row(number + ".", page.ink(Ink.of(finding.severity()), title));
    page.more(Words.plain(finding.message()));
    page.whole(Words.plain(finding.at().asStackFrame()));
    writeChain(finding);
    for (String id : finding.locks()) {
      writeLock(id);
    }
    writeRemedies(advice.remedies());
    writeStanding(advice);
  }

  private void writeStanding(Advice advice) throws IOException {
    Finding finding = advice.finding();
    List<String> others = finding.facets().stream().filter(f -> !f.equals(finding.rule())).toList();
    String also = String.join(", ", others);
    page.row(
        "Rank",
        Words.plain(
            "%.0f of 100, %s confidence"
                .formatted(Summary.rank(advice), finding.confidence().word())));
    if (!also.isEmpty()) {
      page.row("Also", Words.plain(also));
    }
  }

  private void writeChain(Finding finding) throws IOException {
    List<Spot> chain = finding.evidence();
    if (chain.stream().allMatch(spot -> spot.noting("").equals(finding.at().noting("")))) {
      return;
    }
    page.row("Chain", Words.count(chain.size(), "step"));
    for (Spot spot : chain) {
      String note = spot.note().isEmpty() ? "" : "  " + spot.note();
      page.whole(Words.plain(spot.asStackFrame() + note));
    }
  }

  private void writeLock(String id) throws IOException {
    LockUse use = locks.get(id);
    if (use == null) {
      page.row("Lock", Words.plain(id));
      return;
    }
    page.row("Lock", Words.plain(use.lock().words()) + " (" + Words.natureOf(use) + ")");
    page.more(Words.holding(use));
    if (use.shared()) {
      page.more("shared: " + Words.plain(String.join(", ", use.sharedBecause())));
    }
  }

  private void writeRemedies(List<Remedy> remedies) throws IOException {
    for (Remedy remedy : remedies) {
      switch (remedy.status()) {
        case REJECTED -> page.row("Not", Words.plain(remedy.way() + ": " + remedy.why()));
        case WITHDRAWN -> {
          page.row("Withdrawn", Words.plain(remedy.way() + ": " + remedy.change()));
          page.more(Words.plain(remedy.why()));
          writeFigures(remedy);
        }
        case RECOMMENDED -> writeProposal("Do", remedy);
        case ALTERNATIVE -> writeProposal("Or", remedy);
      }
    }
  }

  private void writeProposal(String label, Remedy remedy) throws IOException {
    page.row(
        label,
        Words.plain(remedy.way() + ": ") + page.ink(Ink.STRONG, Words.plain(remedy.change())));
    if (!remedy.when().isEmpty()) {
      page.more(Words.plain("holds when: " + remedy.when()));
    }
    String sizes = Words.sizes(remedy.parameters());
    if (!sizes.isEmpty()) {
      page.more("sized: " + sizes);
    }
    writeFigures(remedy);
  }

  /** Predicted and measured, one below the other. */
  private void writeFigures(Remedy remedy) throws IOException {
    if (remedy.predicted().isPresent()) {
      Prediction predicted = remedy.predicted().get();
      page.more("predicted " + Words.plain(Words.prediction(predicted)));
    }
    if (remedy.verdict().isPresent()) {
      writeVerdict(remedy.verdict().get());
    }
  }

  private void writeVerdict(Verdict verdict) throws IOException {
    String word = page.ink(Ink.ofVerdict(verdict.word()), verdict.word());
    String reason = Words.plain(verdict.reason());
    if (verdict.measured().isEmpty()) {
      page.more(word + ": " + reason);
      return;
    }
    Measurement measured = verdict.measured().get();
    page.more("measured  " + Words.factor(measured) + " " + word + ": " + reason);
    page.more(Words.plain(Words.circumstances(measured)));
    if (!measured.witness().isEmpty()) {
      page.more(Words.plain("witness: " + measured.witness()));
    }
    if (!measured.rerun().isEmpty()) {
      page.more("run it again:").whole(Words.plain(measured.rerun()));
    }
  }
}
