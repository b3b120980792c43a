package dev.concur.advise;

import dev.concur.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one finding.
 *
 * @param finding what was found
 * @param remedies recommended first, then alternatives, then rejected and withdrawn ones with their
 *     reason
 * @param experiment what would refute it; empty when nothing measurable is said
 * @param rank expected gain x confidence / effort, 0..100
 */
public record Advice(
    Finding finding, List<Remedy> remedies, Optional<Experiment> experiment, double rank) {
  public Advice {
    remedies = List.copyOf(remedies);
  }

  /** Whether the recommendation is to change nothing. */
  public boolean bestLeft() {
    return remedies.stream()
        .anyMatch(each -> each.status() == Remedy.Status.RECOMMENDED && each.leaves());
  }

  /** What is recommended. */
  public Remedy first() {
    return remedies.get(0);
  }
}
