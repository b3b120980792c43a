package dev.concur.read;

/**
 * How much of the heap may be taken by what can be found out again or unpacked. With plenty of it
 * that is nearly a part of the whole, so that nothing is packed or forgotten; with little, a part
 * of what is left beside what is kept in any case.
 */
final class Room {

  /** What a scan of a hundred jars keeps in any case (bench.md). */
  private static final long KEPT_BYTES = 320L << 20;

  private Room() {}

  /**
   * Bytes that one sort of answers may take in this JVM.
   *
   * @param part 8 for an eighth of what is left
   */
  static long part(int part) {
    return part(Runtime.getRuntime().maxMemory(), part);
  }

  /**
   * The same of a heap of so many bytes: small programs keep less, so that half is left to them.
   */
  static long part(long heap, int part) {
    return Math.max(heap / 2, heap - KEPT_BYTES) / part;
  }
}
