package dev.concur.workloads.code;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file that all write their lines to. */
public final class LedgerFile implements AutoCloseable {

  private final BufferedWriter file;

  public LedgerFile(Path path) throws IOException {
    file = Files.newBufferedWriter(path);
  }

  public synchronized void note(int number) throws IOException {
    file.write("entry " + number);
    file.newLine();
    file.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
