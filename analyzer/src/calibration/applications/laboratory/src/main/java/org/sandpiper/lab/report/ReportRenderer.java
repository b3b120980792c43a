package org.sandpiper.lab.report;

import java.io.IOException;

public interface ReportRenderer {
  byte[] render(LabReport report) throws IOException;

  String mediaType();
}
