package press.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

class GzipCodec implements Codec {
  @Override
  public byte[] compress(byte[] raw) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(raw.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(buffer, 8192)) {
      gzip.write(raw);
    }
    return buffer.toByteArray();
  }
}
