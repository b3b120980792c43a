package dev.concur.model;

/**
 * One lock by identity.
 *
 * @param id stable name used by findings, such as {@code static a.b.C.LOCK}
 * @param kind the mechanism
 * @param identity what a reader calls it: {@code static a.b.C.LOCK}, {@code class a.b.C}, {@code
 *     this of singleton a.b.C}, {@code unresolved: returned by a call that was not seen}
 * @param scope how many share it
 * @param declared where the lock object is declared or created
 * @param ours whether it is declared in the scanned code, so that it can be changed there
 */
public record Lock(
    String id, LockKind kind, String identity, Scope scope, Spot declared, boolean ours) {

  private static final String THIS = "this of ";

  private static final String OF_CONTAINER = "container lock of ";

  /** Whether there is one for all: global, or an instance shown to be shared. */
  public boolean oneForAll() {
    return scope == Scope.GLOBAL || scope == Scope.SHARED_INSTANCE;
  }

  /**
   * What a sentence calls it: {@code the monitor of a.b.C}, {@code the static lock a.b.C.LOCK}; an
   * identity that is a sentence of its own stays.
   */
  public String words() {
    if (identity.startsWith(THIS)) {
      return "the monitor of " + identity.substring(THIS.length());
    }
    if (identity.startsWith("class ")) {
      return "the monitor of " + identity;
    }
    if (ofContainer()) {
      return "the " + identity;
    }
    boolean plain = proper() && identity.indexOf(' ') == identity.lastIndexOf(' ');
    return plain
        ? identity.replaceFirst("^static ", "the static lock ").replaceFirst("^field ", "the lock ")
        : identity;
  }

  /**
   * Whether the lock is an object, or belongs to one, that callers share: a singleton, a handler.
   */
  public boolean ofSingleton() {
    return scope == Scope.SHARED_INSTANCE
        || identity.startsWith(THIS)
        || identity.startsWith("field ");
  }

  /**
   * Whether a container takes it around the methods of a bean, so that no line of code shows it.
   */
  public boolean ofContainer() {
    return isOfContainer(identity);
  }

  /** The same, of a lock of which only the identity is known. */
  public static boolean isOfContainer(String identity) {
    return identity.startsWith(OF_CONTAINER);
  }

  /**
   * Whether it is taken and given back as a lock is, and not a funnel, a map bin, an initialiser or
   * a collection.
   */
  public boolean proper() {
    return switch (kind) {
      case MONITOR, SYNCHRONIZED_METHOD, LOCK, READ_WRITE_LOCK, SEMAPHORE, CUSTOM, TOOL -> true;
      default -> false;
    };
  }
}
