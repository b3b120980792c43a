package dev.concur.samples.pinnedbynative;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Right: threads of the operating system, as many as there are scanners. */
public final class PooledScannerDesk {

  private static final int SCANNERS = 4;

  static {
    System.loadLibrary("scanner");
  }

  private final ExecutorService readers = Executors.newFixedThreadPool(SCANNERS);

  /** Reads all parcels. */
  public void readAll(List<String> ports) {
    for (String port : ports) {
      readers.submit(() -> read(port));
    }
  }

  private static native String read(String port);
}
