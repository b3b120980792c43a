package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;

/**
 * Where a value came from at last: a value of the method in which it was made or came in from
 * outside.
 */
public record Origin(MethodFacts in, Value value) {

  /**
   * The method and the value as one key; records of facts are too deep to compare. Its hash is
   * kept, since values nest and keys are looked up millions of times.
   */
  static final class Key {
    private final MethodRef in;
    private final Value value;
    private final int hash;

    Key(MethodRef in, Value value) {
      this.in = in;
      this.value = value;
      this.hash = 31 * in.hashCode() + value.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && hash == key.hash
          && in.equals(key.in)
          && value.equals(key.value);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Key key() {
    return new Key(in.ref(), value);
  }
}
