package dev.concur.advise;

import dev.concur.model.Label;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import java.util.Set;

/** Who runs the code in question. */
final class Runners {

  private Runners() {}

  /**
   * Whether the thread must not wait (event loop, user interface), or the method gives a future
   * anyway.
   */
  static boolean mustNotBlock(Situation situation) {
    MethodRef method = situation.finding().at().methodRef();
    Set<Runner> runners = situation.program().runners(method);
    return runners.contains(Runner.EVENT_LOOP)
        || runners.contains(Runner.UI)
        || situation.program().label(method).filter(Label::async).isPresent();
  }
}
