package dev.concur.rule;

import dev.concur.model.Loop;
import dev.concur.model.Program;

/** A rule that judges one loop or pipeline. */
public interface LoopRule extends Rule {

  /** Says what is wrong with it, or nothing. */
  void look(Loop loop, Program program, Facets facets);
}
