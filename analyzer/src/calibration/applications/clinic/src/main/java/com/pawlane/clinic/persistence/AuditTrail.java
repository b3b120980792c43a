package com.pawlane.clinic.persistence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Who saw what: each entry is on the platter before the answer goes out. */
public class AuditTrail implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final List<String> pending = new ArrayList<>();

  public AuditTrail(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public void record(String user, String action) throws IOException {
    ByteBuffer line = StandardCharsets.UTF_8.encode(user + '\t' + action + '\n');
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(false);
  }

  /** For the next flush. */
  public void note(String user, String action) {
    synchronized (pending) {
      pending.add(user + '\t' + action);
    }
  }

  public int flush() throws IOException {
    List<String> lines;
    synchronized (pending) {
      lines = List.copyOf(pending);
      pending.clear();
    }
    channel.write(StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n"));
    channel.force(true);
    return lines.size();
  }

  public String tail(int bytes) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, in.length() - bytes);
      in.seek(start);
      byte[] end = new byte[(int) (in.length() - start)];
      in.readFully(end);
      return new String(end, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
