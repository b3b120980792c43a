package org.sandpiper.lab.portal;

import java.util.Map;

/** For sites without a terminology server. */
public class FixedTerminology implements Terminology {
  private static final Map<String, String> CODES =
      Map.of(
          "NA", "2951-2", "K", "2823-3", "CREA", "2160-0", "GLU", "2345-7", "CRP", "1988-5", "HB",
          "718-7");

  @Override
  public String loinc(String analyte) {
    return CODES.get(analyte);
  }
}
