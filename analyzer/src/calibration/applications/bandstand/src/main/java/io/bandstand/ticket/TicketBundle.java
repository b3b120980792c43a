package io.bandstand.ticket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Several files as one. */
public final class TicketBundle {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public TicketBundle add(String name, byte[] content) {
    files.merge(name, content, (old, fresh) -> fresh);
    return this;
  }

  public long size() {
    return files.values().stream().mapToLong(b -> b.length).sum();
  }

  public byte[] zipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeTo(out);
    return out.toByteArray();
  }

  public void save(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writeTo(out);
    }
  }

  private void writeTo(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }

  public static TicketBundle unpack(byte[] zipped) throws IOException {
    TicketBundle bundle = new TicketBundle();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        bundle.add(entry.getName(), zip.readAllBytes());
      }
    }
    return bundle;
  }
}
