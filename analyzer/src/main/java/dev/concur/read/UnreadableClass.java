package dev.concur.read;

/** Bytes that are not a class file, or a damaged one; the message says why. */
final class UnreadableClass extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableClass(String message) {
    super(message);
    this.why = message;
  }

  /** What is wrong with the bytes. */
  String why() {
    return why;
  }
}
