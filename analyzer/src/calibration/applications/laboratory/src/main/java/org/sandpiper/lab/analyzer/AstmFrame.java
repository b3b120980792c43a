package org.sandpiper.lab.analyzer;

import java.nio.charset.StandardCharsets;

/** Frame of ASTM E1381: STX number text ETX checksum CR LF. */
public final class AstmFrame {
  static final byte ENQ = 5, ACK = 6, NAK = 0x15, EOT = 4, STX = 2, ETX = 3;

  private AstmFrame() {}

  public static byte[] encode(int number, String text) {
    byte[] t = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] f = new byte[t.length + 7];
    f[0] = STX;
    f[1] = (byte) ('0' + number % 8);
    System.arraycopy(t, 0, f, 2, t.length);
    f[t.length + 2] = ETX;
    int sum = checksum(f, 1, t.length + 3);
    f[t.length + 3] = hex(sum >> 4);
    f[t.length + 4] = hex(sum);
    f[t.length + 5] = '\r';
    f[t.length + 6] = '\n';
    return f;
  }

  public static int checksum(byte[] b, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) sum += b[i];
    return sum & 0xff;
  }

  private static byte hex(int n) {
    return (byte) Character.toUpperCase(Character.forDigit(n & 15, 16));
  }

  public static String decode(byte[] f, int length) {
    int etx = length - 5;
    if (length < 7 || f[0] != STX || f[etx] != ETX) return null;
    int sum = checksum(f, 1, etx + 1);
    if (f[etx + 1] != hex(sum >> 4) || f[etx + 2] != hex(sum)) return null;
    return new String(f, 2, etx - 2, StandardCharsets.ISO_8859_1);
  }
}
