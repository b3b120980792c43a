package org.sandpiper.lab.analyzer;

import java.time.Instant;
import org.sandpiper.lab.domain.Result;

public final class ChemistryDriver extends AnalyzerDriver {
  public ChemistryDriver(Transport transport) {
    super(transport);
  }

  @Override
  protected Result interpret(String accession, String record, Instant now) {
    if (record.charAt(0) != 'R') return null;
    String[] f = record.split("\\|");
    String analyte = f[2].substring(f[2].lastIndexOf('^') + 1);
    return new Result(
        0, accession, analyte, Double.parseDouble(f[3]), f[4], now, Result.Status.MEASURED);
  }
}
