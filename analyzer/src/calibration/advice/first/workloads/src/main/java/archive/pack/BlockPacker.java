package archive.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Compresses the blocks of an archive. */
public final class BlockPacker implements AutoCloseable {
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final byte[] buffer = new byte[1 << 17];

  /** Compresses each block on its own, in order. */
  public List<byte[]> packAll(List<byte[]> blocks) {
    List<byte[]> packed = new ArrayList<>(blocks.size());
    for (byte[] block : blocks) {
      packed.add(pack(block));
    }
    return packed;
  }

  public byte[] pack(byte[] block) {
    deflater.reset();
    deflater.setInput(block);
    deflater.finish();
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(buffer, length, buffer.length - length);
    }
    return Arrays.copyOf(buffer, length);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
