package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
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

/**
 * One finding with what a reviewer needs to act on it: some ten lines, or all there is when asked
 * for.
 */
final class TextAdvice {

  /** Where it begins and what it comes down to. */
  private static final int CHAIN = 4;

  private static final int NOTE = 56;
  private static final int REASONS = 2;
  private static final int REJECTED = 3;

  private final Page page;
  private final boolean verbose;
  private final Map<String, LockUse> locks;

  TextAdvice(Page page, Report report, boolean verbose) {
    this.page = page;
    this.verbose = verbose;
    this.locks =
        report.locks().stream()
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
    if (verbose) {
      page.row(
          "Rank",
          Words.plain(
              "%.0f of 100, %s confidence"
                  .formatted(Summary.rank(advice), finding.confidence().word())));
    }
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
    boolean cut = !verbose && chain.size() > CHAIN;
    for (int i = 0; i < chain.size(); i++) {
      if (cut && i == CHAIN / 2) {
        int left = chain.size() - CHAIN;
        page.whole("... " + left + " more ...");
        i += left;
      }
      page.whole(Words.plain(chain.get(i).asStackFrame() + note(chain.get(i))));
    }
  }

  private String note(Spot spot) {
    String note = spot.note();
    if (note.isEmpty()) {
      return "";
    }
    return "  " + (verbose || note.length() <= NOTE ? note : note.substring(0, NOTE) + "...");
  }

  private void writeLock(String id) throws IOException {
    LockUse use = locks.get(id);
    if (use == null) {
      page.row("Lock", Words.plain(id));
      return;
    }
    page.row("Lock", Words.plain(use.lock().identity()) + " (" + Words.natureOf(use) + ")");
    page.more(Words.holding(use));
    if (use.shared()) {
      List<String> reasons = use.sharedBecause();
      page.more("shared: " + Words.few(reasons, verbose ? reasons.size() : REASONS));
    }
  }

  private void writeRemedies(List<Remedy> remedies) throws IOException {
    int rejected = 0;
    for (Remedy remedy : remedies) {
      switch (remedy.status()) {
        case REJECTED -> {
          rejected++;
          if (verbose || rejected <= REJECTED) {
            page.row("Not", Words.plain(way(remedy) + ": " + remedy.why()));
          }
        }
        case WITHDRAWN -> {
          page.row("Withdrawn", Words.plain(way(remedy) + ": " + remedy.change()));
          page.more(Words.plain(remedy.why()));
          writeFigures(remedy);
        }
        case RECOMMENDED -> writeProposal("Do", remedy);
        case ALTERNATIVE -> writeAlternative(remedy);
      }
    }
    if (!verbose && rejected > REJECTED) {
      page.row("Not", "%d more; --verbose says why".formatted(rejected - REJECTED));
    }
  }

  private void writeAlternative(Remedy remedy) throws IOException {
    if (verbose || remedy.verdict().isPresent()) {
      writeProposal("Or", remedy);
      return;
    }
    String gain = remedy.predicted().map(p -> ", predicted " + Words.factor(p)).orElse("");
    page.row("Or", Words.plain(way(remedy) + gain + ": " + remedy.change()));
  }

  private void writeProposal(String label, Remedy remedy) throws IOException {
    page.row(
        label,
        Words.plain(way(remedy) + ": ") + page.ink(Ink.STRONG, Words.plain(remedy.change())));
    if (!remedy.when().isEmpty()) {
      page.more(Words.plain("holds when: " + remedy.when()));
    }
    String sizes = Words.sizes(remedy.parameters());
    if (!sizes.isEmpty()) {
      page.more("sized: " + sizes);
    }
    writeFigures(remedy);
  }

  private static String way(Remedy remedy) {
    return remedy.lockChange().map(LockChange::word).orElse(remedy.model().word());
  }

  /** Predicted and measured, one below the other. */
  private void writeFigures(Remedy remedy) throws IOException {
    if (remedy.predicted().isPresent()) {
      Prediction predicted = remedy.predicted().get();
      String words = verbose ? Words.prediction(predicted) : Words.bounded(predicted);
      page.more("predicted " + Words.plain(words));
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
