package com.pawlane.clinic.persistence;

public class DataAccessFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataAccessFailure(Throwable cause) {
    super(cause);
  }
}
