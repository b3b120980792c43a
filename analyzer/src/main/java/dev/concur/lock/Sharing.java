package dev.concur.lock;

import dev.concur.model.Scope;
import java.util.List;

/**
 * Who shares a lock, and how we know.
 *
 * @param because the evidence, strongest first; empty when sharing was not shown
 */
record Sharing(Scope scope, List<String> because) {

  Sharing {
    because = List.copyOf(because);
  }

  /** Evidence without a reason to believe it counts as none. */
  static Sharing unshown(Scope scope) {
    return new Sharing(scope, List.of());
  }

  boolean oneForAll() {
    return scope == Scope.GLOBAL || scope == Scope.SHARED_INSTANCE;
  }
}
