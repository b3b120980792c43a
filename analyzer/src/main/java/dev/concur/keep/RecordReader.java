package dev.concur.keep;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader {

  private final InputStream in;
  private final List<String> texts = new ArrayList<>();
  private final List<Object> records = new ArrayList<>();

  RecordReader(InputStream in) {
    this.in = in;
  }

  long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = octet();
      value |= (next & 0x7FL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new IOException("a number without an end");
  }

  int size() throws IOException {
    return Math.toIntExact(number());
  }

  long fixedLong() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      value |= (long) octet() << shift;
    }
    return value;
  }

  private int octet() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  String text() throws IOException {
    int known = size();
    if (known > 0) {
      return texts.get(known - 1);
    }
    int length = size();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    texts.add(new String(bytes, StandardCharsets.UTF_8));
    return texts.get(texts.size() - 1);
  }

  Object record(int number) {
    return records.get(number - 1);
  }

  void made(Object value) {
    records.add(value);
  }
}
