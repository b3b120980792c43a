package dev.concur.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes numbers and texts; a text or a record that was written before is its number. */
final class RecordWriter {

  private final OutputStream out;
  private final Map<String, Integer> texts = new HashMap<>();
  private final IdentityHashMap<Object, Integer> records = new IdentityHashMap<>();

  RecordWriter(OutputStream out) {
    this.out = out;
  }

  /** Seven bits a byte, lowest first. */
  void number(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void fixedLong(long value) throws IOException {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
  }

  void text(String value) throws IOException {
    Integer known = texts.putIfAbsent(value, texts.size() + 1);
    number(known == null ? 0 : known);
    if (known == null) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      out.write(bytes);
    }
  }

  /** Writes the number of a record that was written before; answers whether it was. */
  boolean again(Object value) throws IOException {
    Integer known = records.get(value);
    number(known == null ? 0 : known);
    return known != null;
  }

  /** Remembers a record that was written; those inside it come first. */
  void wrote(Object value) {
    records.putIfAbsent(value, records.size() + 1);
  }
}
