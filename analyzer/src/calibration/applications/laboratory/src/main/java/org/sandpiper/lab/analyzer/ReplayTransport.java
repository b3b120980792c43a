package org.sandpiper.lab.analyzer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Plays back a recorded conversation: for training and for the acceptance test of drivers. */
public final class ReplayTransport implements Transport {
  private final byte[] recorded;
  private int at;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  public ReplayTransport(byte[] recorded) {
    this.recorded = recorded;
  }

  @Override
  public void write(byte[] b) throws IOException {
    if (written.size() > 1 << 20) written.reset();
    written.write(b);
  }

  @Override
  public int readUntil(byte end, byte[] buffer) {
    int n = 0;
    do {
      buffer[n++] = recorded[at];
      at = (at + 1) % recorded.length;
    } while (buffer[n - 1] != end && n < buffer.length);
    return n;
  }
}
