package org.sandpiper.lab.portal;

import java.io.IOException;

public interface Terminology {
  String loinc(String analyte) throws IOException;
}
