package dev.concur.samples.pinnedbynative;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads parcels with the maker's driver, which waits for the hardware. Wrong: each call keeps a
 * carrier.
 */
public final class ScannerDesk {

  static {
    System.loadLibrary("scanner");
  }

  /** Reads all parcels. */
  public void readAll(List<String> ports) {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String port : ports) {
        virtual.submit(() -> read(port)); // expect: pinned-by-native
      }
    }
  }

  private static native String read(String port);
}
