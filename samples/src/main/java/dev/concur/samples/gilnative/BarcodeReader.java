package dev.concur.samples.gilnative;

/**
 * Reads barcodes with the maker's library, which is not safe for threads. Wrong: it has a handle
 * for each reader, and one lock for all.
 */
public final class BarcodeReader {

  private static final Object DRIVER = new Object();

  static {
    System.loadLibrary("barcode");
  }

  private final long handle;

  public BarcodeReader(long handle) {
    this.handle = handle;
  }

  /** The article number in a picture. */
  public String read(byte[] picture) {
    synchronized (DRIVER) { // expect: gil-native
      return decode(handle, picture);
    }
  }

  private static native String decode(long handle, byte[] picture);
}
