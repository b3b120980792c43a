package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.report.KnownResult;
import dev.concur.report.Report;
import dev.concur.report.SourceTexts;
import dev.concur.rule.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a request.
 *
 * @param project what the build of the scanned thing calls it; may be empty
 * @param report all that was found
 * @param sources the sources beside the classes, as far as findings touch them
 * @param compared whether there is a baseline
 * @param known the findings that the baseline has
 * @param preview rules that fail nothing yet
 * @param kept whether nothing changed since an earlier scan, so that its report was taken
 */
public record Analysis(
    String project,
    Report report,
    SourceTexts sources,
    boolean compared,
    List<KnownResult> known,
    Set<String> preview,
    boolean kept) {

  /** Why a scan was so fast, to a user. */
  public static final String KEPT = "nothing changed since an earlier scan, which stands";

  public Analysis {
    known = List.copyOf(known);
    preview = Set.copyOf(preview);
  }

  /** Whether no class at all could be read. */
  public boolean readNothing() {
    return report.classes() == 0;
  }

  /**
   * Findings that count: loud enough, not suppressed, not in the baseline, and not best left as
   * they are, since nobody could mend those.
   */
  List<Finding> violations(Threshold threshold) {
    Set<String> ids = known.stream().map(KnownResult::id).collect(Collectors.toSet());
    return report.advice().stream()
        .filter(advice -> !advice.bestLeft())
        .map(Advice::finding)
        .filter(threshold::reachedBy)
        .filter(finding -> !preview.contains(finding.rule()))
        .filter(finding -> finding.suppressed().isEmpty() && !ids.contains(finding.id()))
        .toList();
  }

  /** How many findings of each rule count, the most frequent first. */
  public Map<String, Long> violationsByRule(Threshold threshold) {
    Map<String, Long> counts =
        violations(threshold).stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  /** How many findings count. */
  public int countViolations(Threshold threshold) {
    return violations(threshold).size();
  }

  /** Whether there are more of them than are allowed. */
  public boolean fails(Threshold threshold) {
    return violations(threshold).size() > threshold.allowed();
  }
}
