package org.sandpiper.lab.report;

import java.util.List;
import org.sandpiper.lab.domain.Patient;

/** What a report shows; independent of the form in which it is sent. */
public record LabReport(
    Patient patient, String accession, String requester, List<Line> lines, String comment) {
  public record Line(String analyte, String value, String unit, String range, String flag) {
    public boolean isFlagged() {
      return !flag.isEmpty();
    }
  }

  public long flagged() {
    return lines.stream().filter(Line::isFlagged).count();
  }
}
