package dev.concur.link;

import dev.concur.catalogue.Effects;
import dev.concur.read.MethodFacts;
import java.util.List;

/**
 * What a call may run.
 *
 * @param bodies methods whose bodies were read; empty when the catalogue speaks instead or nothing
 *     was found
 * @param effects what the catalogue says; {@link Effects#UNSAID} when bodies speak
 * @param callback whether it calls something that the program receives from outside or that was not
 *     found: a listener, a factory, a function
 * @param missing binary name of the class that would have been needed to know, or empty
 */
public record Targets(List<MethodFacts> bodies, Effects effects, boolean callback, String missing) {

  private static final Targets OUTSIDE = new Targets(List.of(), Effects.UNSAID, true, "");
  private static final Targets NOTHING = new Targets(List.of(), Effects.UNSAID, false, "");

  public Targets {
    bodies = List.copyOf(bodies);
  }

  /**
   * Whether it says the same; effects are kept for each method, so that they are the same object.
   */
  @SuppressWarnings("ReferenceEquality")
  boolean same(Targets other) {
    return effects == other.effects
        && callback == other.callback
        && missing.equals(other.missing)
        && bodies.equals(other.bodies);
  }

  /** Whether a call runs one body, and nothing else is to be said. */
  boolean isOneBody() {
    return bodies.size() == 1 && same(of(bodies));
  }

  /** Whether the catalogue speaks, and nothing else is to be said. */
  boolean isSaid() {
    return effects.known() && same(of(effects));
  }

  /** Whether it is one of the two that say nothing. */
  @SuppressWarnings("ReferenceEquality")
  boolean isNothing() {
    return this == OUTSIDE || this == NOTHING;
  }

  static Targets of(List<MethodFacts> bodies) {
    return new Targets(bodies, Effects.UNSAID, false, "");
  }

  static Targets of(Effects effects) {
    return new Targets(List.of(), effects, false, "");
  }

  static Targets outside() {
    return OUTSIDE;
  }

  static Targets lacking(String missing) {
    return new Targets(List.of(), Effects.UNSAID, false, missing);
  }

  static Targets nothing() {
    return NOTHING;
  }
}
