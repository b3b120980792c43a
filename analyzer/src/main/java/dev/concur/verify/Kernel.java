package dev.concur.verify;

import dev.concur.model.Kind;
import java.util.List;
import java.util.Set;

/**
 * Computing of one kind, as Java source for a stand-in. Each is a class {@code Work} with a method
 * {@code compute(seed, rounds)} whose result depends on every round, on the seed and on arrays
 * filled at run time: nothing to leave out, to fold or to hoist.
 */
enum Kernel {
  OTHER(
      List.of(),
      """
        /** One round: a step of a xorshift generator, which needs the step before. */
        long compute(int seed, int rounds) {
          long x = seed * 0x9E3779B97F4A7C15L + 1;
          for (int r = 0; r < rounds; r++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
          }
          return x;
        }
      """,
      ""),
  MATHS(
      List.of("java.util.Random"),
      """
        private final double[] left = new Random(1).doubles(64).toArray();
        private final double[] right = new Random(2).doubles(128).toArray();

        /** One round: a dot product over 64 numbers, added in order as Java demands. */
        long compute(int seed, int rounds) {
          double sum = seed;
          for (int r = 0; r < rounds; r++) {
            int shift = r & 63;
            for (int k = 0; k < 64; k++) {
              sum += left[k] * right[k + shift];
            }
          }
          return (long) sum;
        }
      """,
      """
        private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

        /** The same in vector registers: the heavy part as a C extension would have it. */
        long computeVectorised(int seed, int rounds) {
          DoubleVector sum = DoubleVector.zero(LANES);
          for (int r = 0; r < rounds; r++) {
            int shift = r & 63;
            for (int k = 0; k < 64; k += LANES.length()) {
              sum =
                  DoubleVector.fromArray(LANES, left, k)
                      .fma(DoubleVector.fromArray(LANES, right, k + shift), sum);
            }
          }
          return (long) (seed + sum.reduceLanes(VectorOperators.ADD));
        }
      """),
  SORT(
      List.of("java.util.Arrays", "java.util.Random"),
      """
        private final long[] unsorted = new Random(1).longs(64).toArray();

        /** One round: 64 numbers copied and sorted. */
        long compute(int seed, int rounds) {
          long sum = seed;
          for (int r = 0; r < rounds; r++) {
            long[] copy = unsorted.clone();
            copy[r & 63] = sum;
            Arrays.sort(copy);
            sum += copy[31];
          }
          return sum;
        }
      """,
      ""),
  TEXT(
      List.of(),
      """
        /** One round: a line of text written, split and read back. */
        long compute(int seed, int rounds) {
          long sum = seed;
          for (int r = 0; r < rounds; r++) {
            String line = "order " + (sum & 0xFFFF) + " of customer " + r + " paid";
            int space = line.indexOf(' ', 6);
            sum += Long.parseLong(line.substring(6, space)) + line.hashCode();
          }
          return sum;
        }
      """,
      ""),
  CRYPTO(
      List.of("java.security.GeneralSecurityException", "java.security.MessageDigest"),
      """
        /** One round: a SHA-256 digest of the digest before. */
        long compute(int seed, int rounds) {
          try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = new byte[32];
            digest[0] = (byte) seed;
            for (int r = 0; r < rounds; r++) {
              digest = sha.digest(digest);
            }
            return digest[0] + seed;
          } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
          }
        }
      """,
      ""),
  COMPRESSION(
      List.of("java.util.Random", "java.util.zip.Deflater"),
      """
        private final byte[] plain = new byte[256];

        {
          Random letters = new Random(1);
          for (int k = 0; k < plain.length; k++) {
            plain[k] = (byte) ('a' + letters.nextInt(8));
          }
        }

        /** One round: 256 bytes deflated. */
        long compute(int seed, int rounds) {
          Deflater deflater = new Deflater();
          byte[] packed = new byte[512];
          byte[] text = plain.clone();
          long sum = seed;
          for (int r = 0; r < rounds; r++) {
            text[r & 255] = (byte) sum;
            deflater.reset();
            deflater.setInput(text);
            deflater.finish();
            sum += deflater.deflate(packed) + packed[9];
          }
          deflater.end();
          return sum;
        }
      """,
      ""),
  IMAGE(
      List.of("java.util.Random"),
      """
        private final int[] pixels = new Random(1).ints(18 * 18, 0, 256).toArray();

        /** One round: 16 x 16 pixels, each the mean of itself and its neighbours. */
        long compute(int seed, int rounds) {
          long sum = seed;
          for (int r = 0; r < rounds; r++) {
            for (int y = 1; y < 17; y++) {
              for (int x = 1; x < 17; x++) {
                int at = y * 18 + x;
                int around = pixels[at - 1] + pixels[at + 1] + pixels[at - 18] + pixels[at + 18];
                sum += ((around + pixels[at]) / 5) ^ (sum & 0xFF);
              }
            }
          }
          return sum;
        }
      """,
      ""),
  SERIALIZATION(
      List.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.DataInputStream",
          "java.io.DataOutputStream",
          "java.io.IOException",
          "java.io.UncheckedIOException"),
      """
        /** One round: a record of four fields written to bytes and read back. */
        long compute(int seed, int rounds) {
          long sum = seed;
          try {
            for (int r = 0; r < rounds; r++) {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
              DataOutputStream out = new DataOutputStream(bytes);
              out.writeLong(sum);
              out.writeInt(r);
              out.writeUTF("customer");
              out.writeDouble(r * .5);
              DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
              sum += in.readLong() + in.readInt() + in.readUTF().length() + (long) in.readDouble();
            }
          } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
          }
          return sum;
        }
      """,
      "");

  private final List<String> imports;
  private final String body;
  private final String vectorised;

  Kernel(List<String> imports, String body, String vectorised) {
    this.imports = imports;
    this.body = body;
    this.vectorised = vectorised;
  }

  /** The kernel for the strongest of these kinds; a vectorised twin narrows the choice. */
  static Kernel of(Set<Kind> computes, boolean vectorised) {
    Kernel kernel = computes.stream().findFirst().map(Kernel::named).orElse(OTHER);
    return vectorised && kernel == OTHER ? MATHS : kernel;
  }

  /** Whether there is a vectorised twin of it. */
  boolean hasVectorised() {
    return !vectorised.isEmpty();
  }

  /** What its source imports. */
  List<String> imports() {
    return imports;
  }

  /** Members of the class {@code Work}, indented by two. */
  String members(boolean withVectorised) {
    return withVectorised ? body + "\n" + vectorised : body;
  }

  private static Kernel named(Kind kind) {
    return kind.waits() ? OTHER : valueOf(kind.name());
  }
}
