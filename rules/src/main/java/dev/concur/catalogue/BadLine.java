package dev.concur.catalogue;

/** Thrown inside this package when a line cannot be read; it becomes a {@link Problem}. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1;

  BadLine(String expected) {
    super(expected, null, false, false);
  }

  String expected() {
    return getMessage();
  }
}
