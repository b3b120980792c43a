package com.pawlane.clinic.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** All papers of a case as one archive. */
public class CaseBundle {

  public byte[] pack(Map<String, byte[]> papers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(papers, new BZip2CompressorOutputStream(bytes));
    return bytes.toByteArray();
  }

  public Path store(Map<String, byte[]> papers, Path folder) throws IOException {
    Path target = folder.resolve("case.tgz");
    try (OutputStream file = Files.newOutputStream(target)) {
      write(papers, new GzipCompressorOutputStream(file));
    }
    return target;
  }

  private static void write(Map<String, byte[]> papers, OutputStream packed) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(paper.getKey());
        entry.setSize(paper.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(paper.getValue());
        tar.closeArchiveEntry();
      }
    }
  }
}
