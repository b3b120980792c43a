package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Found through ServiceLoader. */
public interface Exporter {
  String format();

  void export(List<Visit> visits, OutputStream out) throws IOException;
}
