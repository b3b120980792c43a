package vouchers.code;

/** Makes the printed codes of vouchers: long mixing so that numbers cannot be guessed. */
public final class VoucherCodec {
  private static final char[] ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();
  private static final int ROUNDS = 30_000;
  private static final long[] STATE = new long[8];
  private static final char[] TEXT = new char[16];

  private VoucherCodec() {}

  public static synchronized String encode(long serial, long secret) {
    for (int i = 0; i < STATE.length; i++) {
      STATE[i] = serial * 0x9E3779B97F4A7C15L + secret * (i + 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      int at = round & 7;
      long mixed = STATE[at] ^ Long.rotateLeft(STATE[(at + 3) & 7], 17);
      STATE[at] = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L + round;
    }
    long high = STATE[0] ^ STATE[5];
    long low = STATE[2] ^ STATE[7];
    for (int i = 0; i < TEXT.length; i++) {
      TEXT[i] = ALPHABET[(int) ((i < 8 ? high >>> 5 * i : low >>> 5 * (i - 8)) & 31)];
    }
    return new String(TEXT);
  }
}
