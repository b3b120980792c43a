package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Value;

/**
 * Where a value came from at last: a value of the method in which it was made or came in from
 * outside.
 *
 * <p>Not a record: its hash is kept, since values nest and origins are looked up millions of times.
 */
public final class Origin {

  private final MethodFacts in;
  private final Value value;
  private final int hash;

  /** A value of a method. */
  public Origin(MethodFacts in, Value value) {
    this.in = in;
    this.value = value;
    this.hash = 31 * in.hashCode() + value.hashCode();
  }

  /** The method. */
  public MethodFacts in() {
    return in;
  }

  /** The value in it. */
  public Value value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Origin origin
            && hash == origin.hash
            && in.equals(origin.in)
            && value.equals(origin.value));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return value + " in " + in;
  }
}
