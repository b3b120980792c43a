package dev.concur.rule;

import dev.concur.model.HandOff;
import dev.concur.model.Program;

/** A rule that judges one task given to another thread. */
public interface HandOffRule extends Rule {

  /** Says what is wrong with it, or nothing. */
  void look(HandOff handOff, Program program, Facets facets);
}
