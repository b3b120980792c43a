package dev.concur.rule;

import dev.concur.model.Label;
import dev.concur.model.Program;

/** A rule that judges one call in a method of the scanned roots. */
public interface CallRule extends Rule {

  /** Says what is wrong with it, or nothing. */
  void look(Program.Call call, Label caller, Program program, Facets facets);
}
