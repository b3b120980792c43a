package dev.concur.workloads.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Reads file after file and seals each. */
public final class FileSeals {

  public static List<Long> all(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    }
    List<Long> seals = new ArrayList<>();
    for (Path file : files) {
      seals.add(seal(file));
    }
    return seals;
  }

  public static long seal(Path file) throws IOException {
    CRC32 seal = new CRC32();
    seal.update(Files.readAllBytes(file));
    return seal.getValue();
  }
}
