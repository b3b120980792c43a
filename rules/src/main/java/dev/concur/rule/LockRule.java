package dev.concur.rule;

import dev.concur.model.LockUse;
import dev.concur.model.Program;

/** A rule that judges one lock with all its regions. */
public interface LockRule extends Rule {

  /** Says what is wrong with it, or nothing. */
  void look(LockUse use, Program program, Facets facets);
}
