package dev.concur;

/** Something the user asked for that cannot be done as asked; the message says what to change. */
public final class UsageError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageError(String message) {
    super(message);
  }
}
