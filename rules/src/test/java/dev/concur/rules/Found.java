package dev.concur.rules;

import dev.concur.model.Program;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import dev.concur.rule.Rules;
import java.util.List;

/** What all rules together say of a small program. */
final class Found {

  private Found() {}

  /** All facets of all findings, in order. */
  static List<String> facets(Program program) {
    return Rules.findings(program).stream().flatMap(f -> f.facets().stream()).toList();
  }

  /** Severity of the one finding. */
  static Severity severity(Program program) {
    List<Finding> findings = Rules.findings(program);
    if (findings.size() != 1) {
      throw new AssertionError("expected one finding: " + findings);
    }
    return findings.get(0).severity();
  }
}
