package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.model.Interval;
import dev.concur.read.FieldRef;
import java.util.List;
import java.util.Optional;

/**
 * Something a method does with a parameter that only its caller can put a cost on.
 *
 * @param parameter index of the parameter, the receiver included; {@link #SOMEWHERE} for a field of
 *     an object that hangs together with the parameters in a way that was not followed
 * @param calls whether it runs it (a callback) or waits as the device behind it does
 * @param times runs, or shares of the device's wait, per call
 * @param via names of the methods that are called, when not the single abstract one
 * @param field the field of the parameter that it is about, when it is not about the parameter
 *     itself
 * @param otherwise what the device usually is, when no caller is seen that says so
 * @param step where it happens
 */
record Symbolic(
    int parameter,
    boolean calls,
    Interval times,
    List<String> via,
    Optional<FieldRef> field,
    Optional<Effect.Device> otherwise,
    Step step) {
  Symbolic {
    via = List.copyOf(via);
  }

  /** No parameter: the object is somewhere below the method at hand. */
  static final int SOMEWHERE = -1;

  /** A callback that is run. */
  static Symbolic runs(int parameter, Interval times, List<String> via, Step step) {
    return new Symbolic(parameter, true, times, via, Optional.empty(), Optional.empty(), step);
  }

  /** A stream that is read or written. */
  static Symbolic waits(int parameter, Interval share, Optional<FieldRef> field, Step step) {
    return new Symbolic(parameter, false, share, List.of(), field, Optional.empty(), step);
  }

  /** A stream in the field of an object that whoever made it may know. */
  static Symbolic somewhere(FieldRef field, Interval share, Step step) {
    return waits(SOMEWHERE, share, Optional.of(field), step);
  }

  boolean somewhere() {
    return parameter == SOMEWHERE;
  }

  /** The same, when it is known what the stream usually is. */
  Symbolic usually(Optional<Effect.Device> device) {
    return new Symbolic(parameter, calls, times, via, field, device, step);
  }

  /** The same so many times. */
  Symbolic with(Interval often) {
    return new Symbolic(parameter, calls, often, via, field, otherwise, step);
  }

  /** The same, as seen from a caller. */
  Symbolic with(Step through) {
    return new Symbolic(parameter, calls, times, via, field, otherwise, through);
  }

  /** Whether another effect is about the same object in the same way. */
  boolean like(Symbolic other) {
    return parameter == other.parameter && calls == other.calls && field.equals(other.field);
  }
}
