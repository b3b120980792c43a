package dev.concur;

import dev.concur.report.Report;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks findings that somebody declared known, and remembers which declarations were of use. */
final class Suppressions {

  private final List<Declaration> declarations;
  private final List<Declaration> unjustified;
  private final Set<Declaration> used = new HashSet<>();

  /** With justifications asked for, a declaration without one suppresses nothing. */
  Suppressions(List<Declaration> all, boolean justified) {
    unjustified =
        all.stream()
            .filter(each -> justified && each.suppression().justification().isBlank())
            .toList();
    declarations = all.stream().filter(each -> !unjustified.contains(each)).toList();
  }

  List<Finding> mark(List<Finding> findings) {
    return findings.stream().map(this::mark).toList();
  }

  private Finding mark(Finding finding) {
    Finding marked = finding;
    for (Declaration each : declarations) {
      if (each.covers(finding)) {
        used.add(each);
        marked = marked.suppressed().isPresent() ? marked : marked.suppressedBy(each.suppression());
      }
    }
    return marked;
  }

  /** Those in the code that covered nothing. */
  List<Subject.OfSuppression> unneeded() {
    return declarations.stream()
        .filter(each -> !used.contains(each))
        .flatMap(each -> each.inCode().stream())
        .toList();
  }

  /** A line for each outside the code that covered nothing. */
  List<Report.Problem> unused() {
    List<Report.Problem> notes = new ArrayList<>();
    for (Declaration each : declarations) {
      if (!used.contains(each) && each.inCode().isEmpty()) {
        notes.add(
            new Report.Problem(
                each.where(), "unused-suppression: it covers no finding; remove it"));
      }
    }
    return notes;
  }

  /** A line for each that needed a justification and has none. */
  List<Report.Problem> unjustified() {
    return unjustified.stream()
        .map(
            each ->
                new Report.Problem(
                    each.where(),
                    "suppression without a justification: it suppresses nothing here; say why, or"
                        + " remove it"))
        .toList();
  }
}
