package io.bandstand.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording: 16 bits, one channel. */
public record Wave(int rate, float[] samples) {

  /** What the first 44 bytes say. */
  public record Header(int rate, int channels, int bits, int bytes) {
    public double seconds() {
      return bytes / (double) (rate * channels * bits / 8);
    }
  }

  public static Header header(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(44);
    if (bytes.length < 44) {
      throw new EOFException();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.getInt(0) != 0x46464952) {
      throw new IOException("no RIFF");
    }
    return new Header(
        buffer.getInt(24), buffer.getShort(22), buffer.getShort(34), buffer.getInt(40));
  }

  public static Wave read(InputStream source) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(source, 32_768));
    Header header = header(in);
    float[] samples = new float[header.bytes() / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Short.reverseBytes(in.readShort()) / 32_768f;
    }
    return new Wave(header.rate(), samples);
  }

  public static Wave open(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /** Only the head of a file is read. */
  public static Header inspect(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return header(in);
    }
  }

  public Wave part(double from, double to) {
    int start = (int) Math.max(0, from * rate);
    int end = (int) Math.min(samples.length, to * rate);
    float[] part = new float[Math.max(0, end - start)];
    System.arraycopy(samples, start, part, 0, part.length);
    return new Wave(rate, part);
  }
}
