package press.archive;

import java.io.IOException;

interface Codec {
  byte[] compress(byte[] raw) throws IOException;
}
