package dev.concur.rules.async;

import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Runner;
import java.util.Set;

/**
 * Threads that must never wait, since one serves many: event loops and the thread of a user
 * interface.
 */
final class LoopThreads {

  private LoopThreads() {}

  /** Whether nothing but such threads runs a method. */
  static boolean only(Program program, MethodRef method) {
    Set<Runner> runners = program.runners(method);
    return !runners.isEmpty()
        && runners.stream().allMatch(r -> r == Runner.EVENT_LOOP || r == Runner.UI);
  }
}
