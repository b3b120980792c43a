package org.sandpiper.lab.domain;

import java.time.Instant;

/** One measured quantity of a specimen. */
public record Result(
    long id,
    String accession,
    String analyte,
    double value,
    String unit,
    Instant at,
    Status status) {
  public enum Status {
    MEASURED,
    HELD,
    VERIFIED,
    REPORTED,
    CORRECTED
  }

  public Result with(Status next) {
    return new Result(id, accession, analyte, value, unit, at, next);
  }

  public boolean isFinal() {
    return status == Status.VERIFIED || status == Status.REPORTED || status == Status.CORRECTED;
  }
}
