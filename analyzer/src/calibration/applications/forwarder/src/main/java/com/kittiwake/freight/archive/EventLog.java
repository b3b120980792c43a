package com.kittiwake.freight.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** An append-only file of records: length, checksum, bytes. */
public class EventLog implements Closeable {
  private final RandomAccessFile file;
  private final ByteBuffer pending = ByteBuffer.allocate(1 << 20);
  private long end;

  public EventLog(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
    end = file.length();
  }

  /** Collects only; see {@link #commit}. */
  public synchronized long append(String event) {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    if (pending.remaining() < bytes.length + 12) {
      pending.clear();
    }
    long at = end + pending.position();
    pending.putInt(bytes.length).putLong(sum(bytes)).put(bytes);
    return at;
  }

  public synchronized void commit() throws IOException {
    file.seek(end);
    file.write(pending.array(), 0, pending.position());
    file.getFD().sync();
    end += pending.position();
    pending.clear();
  }

  public synchronized String read(long at) throws IOException {
    file.seek(at);
    byte[] bytes = new byte[file.readInt()];
    long sum = file.readLong();
    file.readFully(bytes);
    if (sum != sum(bytes)) {
      throw new IOException("record at " + at + " is damaged");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static long sum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Records of a block in memory. */
  public static List<String> replay(byte[] block) {
    List<String> out = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(block);
    while (in.remaining() > 12) {
      byte[] bytes = new byte[in.getInt()];
      long sum = in.getLong();
      in.get(bytes);
      if (sum(bytes) == sum) {
        out.add(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return out;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
