package museum.images;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Images in one large file; each is stored deflated, with its two lengths before it. */
public class PackFile implements Closeable {
  private final RandomAccessFile file;

  public PackFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  public synchronized byte[] image(long offset) throws IOException {
    byte[] packed = readPacked(offset);
    return unpack(packed);
  }

  /** The stored bytes, the length of the image first. */
  byte[] readPacked(long offset) throws IOException {
    file.seek(offset);
    int packedLength = file.readInt();
    byte[] packed = new byte[packedLength];
    file.readFully(packed);
    return packed;
  }

  static byte[] unpack(byte[] packed) throws IOException {
    Inflater inflater = new Inflater();
    try {
      int length =
          (packed[0] & 0xff) << 24
              | (packed[1] & 0xff) << 16
              | (packed[2] & 0xff) << 8
              | packed[3] & 0xff;
      inflater.setInput(packed, 4, packed.length - 4);
      byte[] image = new byte[length];
      int at = 0;
      while (at < length && !inflater.finished()) {
        at += inflater.inflate(image, at, length - at);
      }
      return image;
    } catch (DataFormatException e) {
      throw new IOException("damaged image", e);
    } finally {
      inflater.end();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
