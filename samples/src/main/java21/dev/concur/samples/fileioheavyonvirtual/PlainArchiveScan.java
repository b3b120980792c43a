package dev.concur.samples.fileioheavyonvirtual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Right: one file after the other, as the disk likes it. */
public final class PlainArchiveScan {

  /** Bytes in all files. */
  public long bytes(List<Path> files) throws IOException { // label: io disk
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.readAllBytes(file).length;
    }
    return bytes;
  }
}
