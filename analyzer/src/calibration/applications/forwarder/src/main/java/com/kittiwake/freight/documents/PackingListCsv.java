package com.kittiwake.freight.documents;

import com.kittiwake.freight.model.Parcel;
import com.opencsv.CSVReader;
import com.opencsv.CSVWriter;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public final class PackingListCsv {
  private PackingListCsv() {}

  public static List<Parcel> read(Reader in) throws IOException {
    List<Parcel> parcels = new ArrayList<>();
    try (CSVReader csv = new CSVReader(in)) {
      for (String[] row = csv.readNext(); row != null; row = csv.readNext()) {
        parcels.add(parcel(row));
      }
    } catch (CsvException e) {
      throw new IOException(e);
    }
    return parcels;
  }

  static Parcel parcel(String[] row) {
    return new Parcel(
        row[0],
        Integer.parseInt(row[1].trim()),
        Integer.parseInt(row[2].trim()),
        Integer.parseInt(row[3].trim()),
        Double.parseDouble(row[4]));
  }

  public static List<Parcel> parse(String text) throws IOException {
    return read(new StringReader(text));
  }

  public static List<Parcel> load(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in);
    }
  }

  public static String format(List<Parcel> parcels) {
    StringWriter out = new StringWriter();
    CSVWriter csv = new CSVWriter(out);
    for (Parcel p : parcels) {
      csv.writeNext(
          new String[] {p.mark(), "" + p.length(), "" + p.width(), "" + p.height(), "" + p.kg()});
    }
    csv.flushQuietly();
    return out.toString();
  }
}
