package dev.concur.input;

import java.io.IOException;
import java.io.InputStream;

/** Reading that a hostile file cannot make endless. */
final class Bounded {

  private Bounded() {}

  /** All bytes of the stream; fails when there are more than this many. */
  static byte[] read(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most);
    if (in.read() >= 0) {
      throw new IOException("it unpacks to more than " + (most >> 20) + " MiB");
    }
    return bytes;
  }
}
