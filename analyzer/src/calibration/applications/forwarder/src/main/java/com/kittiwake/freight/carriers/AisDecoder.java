package com.kittiwake.freight.carriers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sentences of the automatic identification system, type 1 to 3. */
public final class AisDecoder {
  public record Fix(int mmsi, double lat, double lon, double knots) {}

  private AisDecoder() {}

  public static Fix decode(String sentence) {
    String[] fields = sentence.split(",");
    byte[] bits = unarmour(fields[5]);
    int mmsi = (int) number(bits, 8, 30);
    double knots = number(bits, 50, 10) / 10.0;
    double lon = signed(number(bits, 61, 28), 28) / 600_000.0;
    double lat = signed(number(bits, 89, 27), 27) / 600_000.0;
    return new Fix(mmsi, lat, lon, knots);
  }

  private static byte[] unarmour(String payload) {
    byte[] six = new byte[payload.length()];
    for (int i = 0; i < six.length; i++) {
      int v = payload.charAt(i) - 48;
      six[i] = (byte) (v > 40 ? v - 8 : v);
    }
    return six;
  }

  private static long number(byte[] six, int from, int length) {
    long n = 0;
    for (int i = from; i < from + length; i++) {
      n = n << 1 | six[i / 6] >> 5 - i % 6 & 1;
    }
    return n;
  }

  private static long signed(long n, int bits) {
    return n << 64 - bits >> 64 - bits;
  }

  /** All fixes of a received block, line by line. */
  public static List<Fix> decodeBlock(byte[] block) {
    ByteBuf in = Unpooled.wrappedBuffer(block);
    List<Fix> fixes = new ArrayList<>();
    while (in.isReadable()) {
      int n = in.forEachByte(ByteProcessor.FIND_LF);
      int length = n < 0 ? in.readableBytes() : n - in.readerIndex();
      CharSequence line = in.readCharSequence(length, StandardCharsets.US_ASCII);
      if (in.isReadable()) {
        in.skipBytes(1);
      }
      if (checksumRight(line)) {
        fixes.add(decode(line.toString()));
      }
    }
    return fixes;
  }

  static boolean checksumRight(CharSequence line) {
    int sum = 0;
    int i = 1;
    while (i < line.length() && line.charAt(i) != '*') {
      sum ^= line.charAt(i++);
    }
    return i + 2 < line.length() + 1
        && Integer.parseInt(line.subSequence(i + 1, i + 3).toString(), 16) == sum;
  }
}
