package io.bandstand.audit;

import io.bandstand.db.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/** Who did what. */
public interface AuditLog {

  /** One line of it. */
  record Entry(Instant at, String who, String what) {
    String line() {
      return at + " " + who + " " + what.replace('\n', ' ');
    }
  }

  void record(Entry entry);

  default void record(String who, String what) {
    record(new Entry(Instant.now(), who, what));
  }

  /** The last entries, for the desk's screen. */
  final class Memory implements AuditLog {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final int most;

    public Memory(int most) {
      this.most = most;
    }

    @Override
    public synchronized void record(Entry entry) {
      if (entries.size() == most) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }

    public synchronized List<Entry> last() {
      return List.copyOf(entries);
    }
  }

  /** A file that survives a crash. */
  final class ToFile implements AuditLog {
    private final Path file;

    public ToFile(Path file) {
      this.file = file;
    }

    @Override
    public void record(Entry entry) {
      byte[] line = (entry.line() + "\n").getBytes(StandardCharsets.UTF_8);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        channel.write(ByteBuffer.wrap(line));
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A table. */
  final class ToDatabase implements AuditLog {
    private final DataSource source;

    public ToDatabase(DataSource source) {
      this.source = source;
    }

    @Override
    public void record(Entry entry) {
      try (Connection connection = source.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("insert into audit values (?, ?, ?)")) {
        insert.setTimestamp(1, Timestamp.from(entry.at()));
        insert.setString(2, entry.who());
        insert.setString(3, entry.what());
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new DataException("audit", e);
      }
    }
  }

  /** Several at once. */
  record Both(List<AuditLog> logs) implements AuditLog {
    @Override
    public void record(Entry entry) {
      logs.forEach(log -> log.record(entry));
    }
  }
}
