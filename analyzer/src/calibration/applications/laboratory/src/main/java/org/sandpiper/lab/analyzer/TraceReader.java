package org.sandpiper.lab.analyzer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Raw traces of the electrophoresis and mass spectrometry devices: little endian floats behind a
 * header of 16 bytes.
 */
public final class TraceReader {
  private TraceReader() {}

  public static float[] read(Path file) throws IOException {
    try (FileChannel ch = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer b = ByteBuffer.allocate((int) ch.size()).order(ByteOrder.LITTLE_ENDIAN);
      while (b.hasRemaining() && ch.read(b) >= 0) {
        // until it is full
      }
      b.flip();
      b.position(16);
      float[] out = new float[b.remaining() / 4];
      b.asFloatBuffer().get(out);
      return out;
    }
  }

  /** The older format, big endian and with the number of points in front. */
  public static float[] readOld(InputStream in) throws IOException {
    DataInputStream d = new DataInputStream(in);
    float[] out = new float[d.readInt()];
    for (int i = 0; i < out.length; i++) out[i] = d.readFloat();
    return out;
  }

  public static float[] fromBlob(byte[] blob) {
    try {
      return readOld(new ByteArrayInputStream(blob));
    } catch (IOException e) {
      throw new IllegalArgumentException("truncated trace", e);
    }
  }
}
