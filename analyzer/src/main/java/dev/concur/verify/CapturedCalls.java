package dev.concur.verify;

import dev.concur.model.MethodRef;
import dev.concur.verify.live.Tests;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of the user's call.
 *
 * @param byMethod calls that can be played, by method
 * @param whyNot why there are none of a method that is not among them; empty when nobody asked
 */
record CapturedCalls(Map<MethodRef, Tests> byMethod, String whyNot) {

  /** Nobody asked. */
  static final CapturedCalls NONE = new CapturedCalls(Map.of(), "");

  CapturedCalls {
    byMethod = Map.copyOf(byMethod);
  }

  Tests of(MethodRef method) {
    return byMethod.getOrDefault(method, Tests.NONE);
  }

  /** Why this method is not called with what a test gives it. */
  Optional<String> whyNot(MethodRef method) {
    return whyNot.isEmpty() || byMethod.containsKey(method)
        ? Optional.empty()
        : Optional.of("not captured, since " + whyNot);
  }
}
