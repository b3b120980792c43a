package org.sandpiper.lab.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sandpiper.lab.domain.Result;

public final class Exports {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("accession", "analyte", "value", "unit", "at", "status")
          .build();

  private Exports() {}

  public static void csv(List<Result> results, Appendable to) throws IOException {
    try (CSVPrinter p = new CSVPrinter(to, FORMAT)) {
      for (Result r : results)
        p.printRecord(r.accession(), r.analyte(), r.value(), r.unit(), r.at(), r.status());
    }
  }

  public static String text(List<Result> results) {
    StringBuilder b = new StringBuilder();
    try {
      csv(results, b);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return b.toString();
  }

  public static List<Result> parse(Reader in) throws IOException {
    List<Result> out = new ArrayList<>();
    for (CSVRecord r : FORMAT.builder().setSkipHeaderRecord(true).build().parse(in)) {
      out.add(
          new Result(
              0,
              r.get(0),
              r.get(1),
              Double.parseDouble(r.get(2)),
              r.get(3),
              Instant.parse(r.get(4)),
              Result.Status.valueOf(r.get(5))));
    }
    return out;
  }

  public static List<Result> parse(String text) {
    try (Reader r = new StringReader(text)) {
      return parse(r);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Result> importFile(Path p) throws IOException {
    try (Reader r = Files.newBufferedReader(p)) {
      return parse(r);
    }
  }

  /** Named documents as tar.gz. */
  public static void bundle(Map<String, byte[]> documents, OutputStream to) throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(new BufferedOutputStream(to)))) {
      for (Map.Entry<String, byte[]> d : documents.entrySet()) {
        TarArchiveEntry e = new TarArchiveEntry(d.getKey());
        e.setSize(d.getValue().length);
        tar.putArchiveEntry(e);
        tar.write(d.getValue());
        tar.closeArchiveEntry();
      }
    }
  }

  public static void append(Path log, String line) throws IOException {
    Files.writeString(
        log,
        line + "\n",
        StandardCharsets.UTF_8,
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND,
        java.nio.file.StandardOpenOption.DSYNC);
  }
}
