package dev.concur.model;

/**
 * One lock by identity.
 *
 * @param id stable name used by findings, such as {@code static a.b.C.LOCK}
 * @param kind the mechanism
 * @param identity what a reader calls it: {@code static a.b.C.LOCK}, {@code class a.b.C}, {@code this of singleton
 *     a.b.C}, {@code unresolved: returned by a call that was not seen}
 * @param scope how many share it
 * @param declared where the lock object is declared or created
 * @param ours whether it is declared in the scanned code, so that it can be changed there
 */
public record Lock(
    String id, LockKind kind, String identity, Scope scope, Spot declared, boolean ours) {

  /** Whether there is one for all: global, or an instance shown to be shared. */
  public boolean oneForAll() {
    return scope == Scope.GLOBAL || scope == Scope.SHARED_INSTANCE;
  }
}
