package labels.barcode;

/** Computes the modules of a two-dimensional symbol with its error correction. */
final class SymbolEncoder {
  private static final int[] EXP = new int[512];
  private static final int[] LOG = new int[256];

  static {
    int x = 1;
    for (int i = 0; i < 255; i++) {
      EXP[i] = x;
      LOG[x] = i;
      x <<= 1;
      if (x > 255) x ^= 0x11D;
    }
    for (int i = 255; i < 512; i++) EXP[i] = EXP[i - 255];
  }

  int[] correction(byte[] data, int length) {
    int[] generator = {1};
    for (int i = 0; i < length; i++) {
      int[] longer = new int[generator.length + 1];
      for (int j = 0; j < generator.length; j++) {
        longer[j] ^= generator[j];
        longer[j + 1] ^= times(generator[j], EXP[i]);
      }
      generator = longer;
    }
    int[] rest = new int[data.length + length];
    for (int i = 0; i < data.length; i++) rest[i] = data[i] & 0xFF;
    for (int i = 0; i < data.length; i++) {
      int factor = rest[i];
      if (factor == 0) continue;
      for (int j = 0; j < generator.length; j++) rest[i + j] ^= times(generator[j], factor);
    }
    return java.util.Arrays.copyOfRange(rest, data.length, rest.length);
  }

  private static int times(int a, int b) {
    return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
  }
}
