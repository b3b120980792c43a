package dev.concur;

import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One place where somebody said that a finding is known.
 *
 * @param where file and line, class, or key
 * @param rule id of the rule, or {@code *}
 * @param covers whether it speaks of the place of a finding, whatever the rule
 * @param suppression how a finding is marked that it covers
 * @param inCode what to accuse when it covers nothing; empty when it is not in the code
 */
record Declaration(
    String where,
    String rule,
    Predicate<Finding> covers,
    Finding.Suppression suppression,
    Optional<Subject.OfSuppression> inCode) {

  boolean covers(Finding finding) {
    return (rule.equals("*") || rule.equals(finding.rule()) || finding.facets().contains(rule))
        && covers.test(finding);
  }
}
