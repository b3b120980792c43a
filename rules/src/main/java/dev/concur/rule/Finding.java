package dev.concur.rule;

import dev.concur.model.Confidence;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.List;
import java.util.Optional;

/**
 * One defect, with all the rules that fit it.
 *
 * @param id hash of rule, class, descriptor and lock or callee identity plus an occurrence index;
 *     survives moved lines
 * @param rule the primary rule
 * @param severity how loud
 * @param confidence how sure
 * @param at where to repair
 * @param message what is so, with a number
 * @param evidence the chain that shows it
 * @param facets all rules that fit, the primary one included, in order of rank
 * @param locks ids of the locks accused
 * @param subject what it is about
 * @param suppressed by whom it was suppressed; empty when it counts
 */
public record Finding(
    String id,
    String rule,
    Severity severity,
    Confidence confidence,
    Spot at,
    String message,
    List<Spot> evidence,
    List<String> facets,
    List<String> locks,
    Subject subject,
    Optional<Suppression> suppressed) {
  public Finding {
    evidence = List.copyOf(evidence);
    facets = List.copyOf(facets);
    locks = List.copyOf(locks);
  }

  /** The same finding, suppressed. */
  public Finding suppressedBy(Suppression suppression) {
    return new Finding(
        id,
        rule,
        severity,
        confidence,
        at,
        message,
        evidence,
        facets,
        locks,
        subject,
        Optional.of(suppression));
  }

  /** The same finding, believed this much. */
  public Finding believed(Confidence confidence) {
    return new Finding(
        id, rule, severity, confidence, at, message, evidence, facets, locks, subject, suppressed);
  }

  /**
   * Why a finding does not count.
   *
   * @param by {@code annotation}, {@code source} or {@code configuration}
   * @param justification the user's words, or empty
   */
  public record Suppression(String by, String justification) {}
}
