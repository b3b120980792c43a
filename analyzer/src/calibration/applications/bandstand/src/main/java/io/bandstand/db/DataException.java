package io.bandstand.db;

/** The database would not. */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DataException(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
