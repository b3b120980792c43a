package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Visit;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The export formats known at run time. */
public class Exports {
  private final Map<String, Exporter> byFormat = new TreeMap<>();

  public static Exports load() {
    Exports exports = new Exports();
    for (Exporter exporter : ServiceLoader.load(Exporter.class)) {
      exports.byFormat.put(exporter.format(), exporter);
    }
    return exports;
  }

  /** The exporter of a government form, which only some countries ship. */
  public static Exporter official() throws ReflectiveOperationException {
    return (Exporter)
        Class.forName("com.pawlane.clinic.exports.XmlExporter")
            .getDeclaredConstructor()
            .newInstance();
  }

  public Exporter forFormat(String format) {
    return byFormat.get(format);
  }

  public byte[] bytes(String format, List<Visit> visits) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    forFormat(format).export(visits, out);
    return out.toByteArray();
  }

  public void toFile(String format, List<Visit> visits, Path file) throws IOException {
    try (FileOutputStream disk = new FileOutputStream(file.toFile());
        OutputStream out = new BufferedOutputStream(disk)) {
      forFormat(format).export(visits, out);
      out.flush();
      disk.getFD().sync();
    }
  }
}
