package com.pawlane.clinic.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Zips of scans from other practices. */
public class ScanArchive {

  /** Unpacks to the folder; each file is safe on disk when this returns. */
  public List<Path> unpack(InputStream zip, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("bad entry " + entry.getName());
        }
        store(target, in.readAllBytes());
        files.add(target);
      }
    }
    return files;
  }

  public Map<String, Integer> sizes(byte[] zip) throws IOException {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        sizes.put(entry.getName(), in.readAllBytes().length);
      }
    }
    return sizes;
  }

  private void store(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      out.write(ByteBuffer.wrap(bytes));
      out.force(true);
    }
  }
}
