package dev.concur.model;

/**
 * What the advice is for.
 *
 * @param release Java release that the code is compiled for
 * @param runtime Java release that it will run on
 * @param mode whether outsiders may implement and call (library) or not (application)
 */
public record Target(int release, int runtime, Mode mode) {

  /** Open or closed world. */
  public enum Mode {
    APPLICATION,
    LIBRARY,
    MIXED
  }

  /** Virtual threads are final since 21 (JEP 444). */
  public boolean virtualThreads() {
    return runtime >= 21;
  }

  /**
   * A monitor held while waiting pins the carrier of a virtual thread on 21 to 23 (ended by JEP 491
   * in 24).
   */
  public boolean monitorsPin() {
    return runtime >= 21 && runtime < 24;
  }
}
