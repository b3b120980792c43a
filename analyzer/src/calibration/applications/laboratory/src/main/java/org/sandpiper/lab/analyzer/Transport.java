package org.sandpiper.lab.analyzer;

import java.io.Closeable;
import java.io.IOException;

/** Where the bytes of an analyzer come from. */
public interface Transport extends Closeable {
  void write(byte[] b) throws IOException;

  /** Reads until the given byte; returns the number of bytes placed into the buffer. */
  int readUntil(byte end, byte[] buffer) throws IOException;

  @Override
  default void close() throws IOException {}
}
