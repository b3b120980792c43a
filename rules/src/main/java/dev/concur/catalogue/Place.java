package dev.concur.catalogue;

/**
 * The receiver or an argument of a call.
 *
 * @param argument index among the declared parameters, from 0; -1 for the receiver
 */
public record Place(int argument) {

  /** The receiver of the call: {@code this} in a catalogue line. */
  public static final Place THIS = new Place(-1);

  /** Whether this is the receiver. */
  public boolean receiver() {
    return argument < 0;
  }

  @Override
  public String toString() {
    return receiver() ? "this" : "arg" + argument;
  }
}
