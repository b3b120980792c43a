package org.sandpiper.lab.analyzer;

import java.time.Instant;
import org.sandpiper.lab.domain.Result;

/** The cell counter sends counts per microlitre and wants one acknowledgement at the end only. */
public final class BloodCountDriver extends AnalyzerDriver {
  public BloodCountDriver(Transport transport) {
    super(transport);
  }

  @Override
  protected Result interpret(String accession, String record, Instant now) {
    if (!record.startsWith("R|")) return null;
    int a = record.indexOf('|', 2), b = record.indexOf('|', a + 1), c = record.indexOf('|', b + 1);
    double raw = Double.parseDouble(record.substring(b + 1, c < 0 ? record.length() : c));
    return new Result(
        0,
        accession,
        record.substring(a + 1, b),
        raw / 1000,
        "10^9/L",
        now,
        Result.Status.MEASURED);
  }

  @Override
  protected boolean acknowledgesEach() {
    return false;
  }
}
