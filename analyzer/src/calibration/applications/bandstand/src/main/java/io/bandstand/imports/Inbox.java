package io.bandstand.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;

/** The folder into which partners put files. */
public class Inbox {

  private final Path folder;
  private final Map<String, PartnerImport<?>> kinds;
  private final Map<Path, FileTime> seen = new HashMap<>();

  public Inbox(Path folder, Map<String, PartnerImport<?>> kinds) {
    this.folder = folder;
    this.kinds = kinds;
  }

  /** Files that are new or have changed since the last look. */
  public List<Path> changed() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(this::isNew).sorted().toList();
    }
  }

  private boolean isNew(Path file) {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      return !time.equals(seen.put(file, time));
    } catch (IOException e) {
      return false;
    }
  }

  public boolean understands(String name) {
    return kinds.containsKey(FilenameUtils.getExtension(name).toLowerCase());
  }

  public int accept(Path file) throws IOException {
    PartnerImport<?> kind = kinds.get(FilenameUtils.getExtension(file.toString()).toLowerCase());
    if (kind == null) {
      return 0;
    }
    return kind.run(file).accepted().size();
  }

  /** Guesses the encoding from the first bytes. */
  public static Charset charset(InputStream in) throws IOException {
    byte[] start = new byte[256];
    int length = IOUtils.read(in, start);
    if (length > 2 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb) {
      return StandardCharsets.UTF_8;
    }
    for (int i = 0; i < length; i++) {
      int b = start[i] & 0xff;
      if (b >= 0x80 && b < 0xc0 && (i == 0 || (start[i - 1] & 0xff) < 0x80)) {
        return StandardCharsets.ISO_8859_1;
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** A small file as text. */
  public String note(String name) throws IOException {
    try (InputStream in =
        BOMInputStream.builder().setInputStream(Files.newInputStream(folder.resolve(name))).get()) {
      return IOUtils.toString(in, StandardCharsets.UTF_8).strip();
    }
  }
}
