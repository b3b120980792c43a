package com.pawlane.clinic.service;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/** The last steps of a surgery robot, mapped into memory. */
public class Journal implements AutoCloseable {
  private final FileChannel channel;
  private final MappedByteBuffer buffer;

  public Journal(Path file, int size) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
  }

  public void step(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (buffer.remaining() < bytes.length + 4) {
      buffer.position(0);
    }
    buffer.putInt(bytes.length).put(bytes);
  }

  public void persist() {
    buffer.force();
  }

  public long fingerprint() {
    CRC32 crc = new CRC32();
    crc.update(buffer.duplicate().clear());
    return crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
