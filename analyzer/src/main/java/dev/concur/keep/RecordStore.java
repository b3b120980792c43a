package dev.concur.keep;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A folder of records by key, for one sort of record.
 *
 * <p>What cannot be read back whole, whoever damaged it, counts as not kept. Only classes that the
 * sort of record names are ever made. The newest {@value #MOST} stay; files of others are left
 * alone.
 */
public final class RecordStore<T extends Record> {

  /** A few branches of a few projects; a kept scan of a large application has some megabytes. */
  static final int MOST = 16;

  private static final String ENDING = ".kept";

  private final Path folder;
  private final Class<T> type;
  private final Coder coder;

  /** A store in a folder that need not exist yet. */
  public RecordStore(Path folder, Class<T> type) {
    this.folder = folder;
    this.type = type;
    this.coder = Coders.of(type);
  }

  /** What was kept under a key of letters and digits. */
  public Optional<T> find(String key) {
    Path file = file(key);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      CheckedInputStream checked = new CheckedInputStream(raw, new CRC32());
      T found = type.cast(coder.read(new RecordReader(checked)));
      long sum = checked.getChecksum().getValue();
      if (new RecordReader(raw).fixedLong() != sum) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(found);
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a value; a reader sees it whole or not at all.
   *
   * @throws IOException when the folder cannot be written to
   */
  public void keep(String key, T value) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "concur", ".draft");
    try {
      write(draft, value);
      Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    forgetOldest();
  }

  private void write(Path file, T value) throws IOException {
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file))) {
      CheckedOutputStream checked = new CheckedOutputStream(raw, new CRC32());
      coder.write(new RecordWriter(checked), value);
      new RecordWriter(raw).fixedLong(checked.getChecksum().getValue());
    }
  }

  private void forgetOldest() throws IOException {
    for (Path old : newestFirst().stream().skip(MOST).toList()) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparing((Path file) -> lastUsed(file)).reversed())
          .toList();
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ENDING);
  }
}
