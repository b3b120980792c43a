package dev.concur.rule;

import dev.concur.model.Label;
import dev.concur.model.Program;

/** A rule that judges one method by its label. */
public interface MethodRule extends Rule {

  /** Says what is wrong with it, or nothing. */
  void look(Label label, Program program, Facets facets);
}
