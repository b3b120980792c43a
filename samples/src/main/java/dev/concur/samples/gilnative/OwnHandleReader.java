package dev.concur.samples.gilnative;

/**
 * Right: one lock for each handle, since only calls with the same handle get in each other's way.
 */
public final class OwnHandleReader {

  static {
    System.loadLibrary("barcode");
  }

  private final long handle;

  public OwnHandleReader(long handle) {
    this.handle = handle;
  }

  /** The article number in a picture. */
  public synchronized String read(byte[] picture) {
    return decode(handle, picture);
  }

  private static native String decode(long handle, byte[] picture);
}
