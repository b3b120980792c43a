package dev.concur.weave;

import java.util.Set;

/**
 * What becomes of the locks of some classes.
 *
 * @param change how they change
 * @param classes names of outermost classes whose locks change, nested classes included
 */
public record LockRewrite(Change change, Set<String> classes) {
  public LockRewrite {
    classes = Set.copyOf(classes);
  }

  /** How a lock changes. */
  public enum Change {
    /** As the code has it. */
    NONE,
    /** It is given back while the thread waits. */
    WAITING_OUTSIDE,
    /** It is taken only for the moment in which shared state is touched. */
    NARROWED
  }

  /** Leaves all locks as they are. */
  public static final LockRewrite NONE = new LockRewrite(Change.NONE, Set.of());

  /** Whether the locks of this class change; its name with dots. */
  boolean concerns(String className) {
    int nested = className.indexOf('$');
    return change != Change.NONE
        && classes.contains(nested < 0 ? className : className.substring(0, nested));
  }
}
