package dev.concur.rule;

import dev.concur.model.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The door to the rules. */
public final class Rules {

  private static final List<Rule> ALL = RuleFinder.find();

  private Rules() {}

  /** Every rule, by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of this id. */
  public static Optional<Rule> named(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** What all rules find in a program, one finding for each defect, by place. */
  public static List<Finding> findings(Program program) {
    return findings(program, ALL);
  }

  /** What these rules find in a program. */
  public static List<Finding> findings(Program program, List<? extends Rule> rules) {
    return Merger.merge(Walk.over(program, rules));
  }

  /** What is to be said of suppressions that covered none of those findings. */
  public static List<Finding> unneeded(List<Subject.OfSuppression> suppressions) {
    List<Facet> facets = new ArrayList<>();
    for (Rule rule : ALL) {
      if (rule instanceof SuppressionRule judge) {
        for (Subject.OfSuppression each : suppressions) {
          Facets answers = new Facets(rule, each);
          judge.look(each, answers);
          facets.addAll(answers.toList());
        }
      }
    }
    return Merger.merge(facets);
  }
}
