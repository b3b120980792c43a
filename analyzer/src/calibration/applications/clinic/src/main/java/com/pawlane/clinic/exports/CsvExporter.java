package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

public class CsvExporter implements Exporter {
  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void export(List<Visit> visits, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    print(visits, writer);
    writer.flush();
  }

  public String asText(List<Visit> visits) {
    StringBuilder text = new StringBuilder();
    try {
      print(visits, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  private void print(List<Visit> visits, Appendable target) throws IOException {
    try {
      CSVPrinter printer = new CSVPrinter(target, CSVFormat.EXCEL);
      for (Visit v : visits) {
        printer.printRecord(v.id(), v.animalId(), v.day(), v.urgency(), v.note());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }
}
