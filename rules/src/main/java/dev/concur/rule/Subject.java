package dev.concur.rule;

import dev.concur.model.HandOff;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Loop;
import dev.concur.model.Program;
import dev.concur.model.Spot;

/** The scarce thing or place of repair that a finding is about. */
public sealed interface Subject {

  /** A lock or funnel. */
  record OfLock(LockUse use) implements Subject {}

  /** A task given to another thread. */
  record OfHandOff(HandOff handOff) implements Subject {}

  /** A loop or pipeline. */
  record OfLoop(Loop loop) implements Subject {}

  /** One call in a method. */
  record OfCall(Program.Call call, Label caller) implements Subject {}

  /** A whole method. */
  record OfMethod(Label label) implements Subject {}

  /**
   * A suppression in the code.
   *
   * @param at the line it is on
   * @param text what it says, as written
   */
  record OfSuppression(Spot at, String text) implements Subject {}
}
