package print.spool;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

public final class FileSpoolStore implements SpoolStore {
  private final Path directory;

  public FileSpoolStore(Path directory) {
    this.directory = directory;
  }

  @Override
  public long store(Segment segment) throws IOException {
    Path file = directory.resolve(segment.getName() + ".spl");
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, DSYNC)) {
      ByteBuffer buffer = ByteBuffer.wrap(segment.getData());
      long written = 0;
      while (buffer.hasRemaining()) {
        written += channel.write(buffer);
      }
      return written;
    }
  }
}
