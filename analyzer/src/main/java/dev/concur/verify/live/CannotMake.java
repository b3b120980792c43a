package dev.concur.verify.live;

/** No value of a type, or no way to drive a method: the reason, in words for the user. */
final class CannotMake extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  CannotMake(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Because of something that was thrown. */
  CannotMake(String reason, Throwable thrown) {
    super(reason, thrown);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
