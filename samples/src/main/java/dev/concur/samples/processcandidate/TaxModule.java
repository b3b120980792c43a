package dev.concur.samples.processcandidate;

/**
 * The tax authority's own library. It keeps its state in global variables, so the lock around it
 * cannot be split, and every thread of this process waits for it.
 *
 * <p>Best: processes. Each worker JVM loads a library of its own, as each Python process has an
 * interpreter of its own.
 */
public final class TaxModule {

  static {
    System.loadLibrary("taxmodule");
  }

  private TaxModule() {}

  /** Checks and signs a tax return. */
  // expect: process-candidate, gil-native [processes]
  public static synchronized byte[] sign(byte[] taxReturn) {
    byte[] checked = check(taxReturn);
    return seal(checked);
  }

  private static native byte[] check(byte[] taxReturn);

  private static native byte[] seal(byte[] checked);
}
