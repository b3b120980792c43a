package dev.concur.lock;

import dev.concur.model.Scope;
import java.util.List;

/**
 * Who shares a lock, and how we know.
 *
 * @param because the evidence, strongest first; empty when sharing was not shown
 * @param firm whether one object was shown to serve all; else only that threads may meet at it
 * @param crowd whether many tasks of a pool were seen to come to one object at once
 * @param foundByAll whether there is only one, or one was seen to be kept in a static field
 */
record Sharing(Scope scope, List<String> because, boolean firm, boolean crowd, boolean foundByAll) {

  Sharing {
    because = List.copyOf(because);
  }

  /** One object that serves all. */
  Sharing(Scope scope, List<String> because) {
    this(scope, because, true, false, scope == Scope.GLOBAL);
  }

  /** Evidence without a reason to believe it counts as none. */
  static Sharing unshown(Scope scope) {
    return new Sharing(scope, List.of());
  }

  boolean oneForAll() {
    return scope == Scope.GLOBAL || scope == Scope.SHARED_INSTANCE;
  }
}
