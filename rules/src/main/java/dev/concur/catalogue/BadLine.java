package dev.concur.catalogue;

/** Thrown inside this package when a line cannot be read; it becomes a {@link Problem}. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1;

  private final String expected;

  BadLine(String expected) {
    super(expected, null, false, false);
    this.expected = expected;
  }

  String expected() {
    return expected;
  }
}
