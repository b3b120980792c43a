package dev.concur.verify;

import dev.concur.verify.live.Tests;
import java.util.Optional;

/** What is made for the calls of a method that is tried. */
enum Manner {
  /** Once for each worker, ever larger. */
  USUAL,

  /** Anew for each call, where calls change what they are given. */
  FRESH,

  /** Very little, where the smallest of the usual values take for ever. */
  FEW;

  /** How the reason begins that is given where calls change what they are given. */
  static final String DRIFTS = "its time drifts from call to call";

  /** The same where no call returned. */
  static final String HANGS = "it did not return while it was tried, or ended the JVM";

  /**
   * What to try, without tests, where the usual values came to this.
   *
   * @param waiting whether most of a call should be waiting
   * @param tests those whose calls were tried first
   */
  static Optional<Manner> after(String reason, boolean waiting, Tests tests) {
    if (reason.startsWith(DRIFTS)) {
      return Optional.of(FRESH);
    }
    if (!reason.startsWith(HANGS)) {
      return Optional.empty();
    }
    if (!tests.calls().isEmpty()) {
      // It was a test that did not come to the call, or the call of a test.
      return Optional.of(USUAL);
    }
    return waiting ? Optional.empty() : Optional.of(FEW);
  }
}
