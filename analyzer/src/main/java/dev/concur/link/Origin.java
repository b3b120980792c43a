package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;

/**
 * Where a value came from at last: a value of the method in which it was made or came in from
 * outside.
 */
public record Origin(MethodFacts in, Value value) {

  /** The method and the value as one key; records of facts are too deep to compare. */
  record Key(MethodRef in, Value value) {}

  Key key() {
    return new Key(in.ref(), value);
  }
}
