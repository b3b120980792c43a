package dev.concur.workloads.code;

import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/** Packs letters one after the other. */
public final class PackedLetters {

  public List<byte[]> all(List<byte[]> letters) {
    return letters.stream().map(PackedLetters::pack).collect(Collectors.toList());
  }

  public static byte[] pack(byte[] letter) {
    Deflater deflater = new Deflater(9);
    try {
      deflater.setInput(letter);
      deflater.finish();
      byte[] packed = new byte[letter.length + 64];
      int length = deflater.deflate(packed);
      return java.util.Arrays.copyOf(packed, length);
    } finally {
      deflater.end();
    }
  }
}
