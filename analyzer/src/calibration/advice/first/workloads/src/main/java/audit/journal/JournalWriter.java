package audit.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keeps each audit entry in a file of its own that survives a power failure. */
public final class JournalWriter {
  private final Path folder;

  public JournalWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes all entries durably; returns the number of bytes written. */
  public long persist(List<Entry> entries) throws IOException {
    long bytes = 0;
    for (Entry entry : entries) {
      bytes += write(entry);
    }
    return bytes;
  }

  public int write(Entry entry) throws IOException {
    byte[] text = entry.format().getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(String.format("entry-%06d.log", entry.number()));
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(text);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return text.length;
  }
}
