package org.sandpiper.lab.genomics;

public record Sequence(String name, byte[] bases) {
  public static Sequence of(String name, String bases) {
    return new Sequence(name, bases.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  public int length() {
    return bases.length;
  }

  public Sequence reverseComplement() {
    byte[] r = new byte[bases.length];
    for (int i = 0; i < r.length; i++) r[r.length - 1 - i] = complement(bases[i]);
    return new Sequence(name, r);
  }

  static byte complement(byte b) {
    switch (b) {
      case 'A':
        return 'T';
      case 'T':
        return 'A';
      case 'C':
        return 'G';
      case 'G':
        return 'C';
      default:
        return 'N';
    }
  }

  public double gc() {
    int n = 0;
    for (byte b : bases) if (b == 'G' || b == 'C') n++;
    return bases.length == 0 ? 0 : (double) n / bases.length;
  }
}
