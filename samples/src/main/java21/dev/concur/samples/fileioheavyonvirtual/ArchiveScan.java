package dev.concur.samples.fileioheavyonvirtual;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sizes of archived invoices. Wrong: each read keeps a carrier, and the JDK makes up for it with
 * another one.
 */
public final class ArchiveScan {

  /** Bytes in all files. */
  // label: io
  public long bytes(List<Path> files) throws InterruptedException, ExecutionException {
    List<Future<Long>> sizes = new ArrayList<>();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path file : files) {
        sizes.add(virtual.submit(() -> size(file))); // expect: file-io-heavy-on-virtual [threads]
      }
    }
    long bytes = 0;
    for (Future<Long> size : sizes) {
      bytes += size.get();
    }
    return bytes;
  }

  private static long size(Path file) throws IOException { // label: io disk
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return in.readAllBytes().length;
    }
  }
}
