package dev.concur;

/** Output that could not be written; nothing was left half-written. */
public final class CannotWrite extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotWrite(String message) {
    super(message);
  }
}
