package backup.pack;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Packs a block. */
public class BlockPacker {
  private final int level;

  public BlockPacker(int level) {
    this.level = level;
  }

  public Packed pack(int index, byte[] block) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(block);
      deflater.finish();
      byte[] buffer = new byte[block.length + 64];
      int size = 0;
      CRC32 crc = new CRC32();
      while (!deflater.finished()) {
        int n = deflater.deflate(buffer);
        crc.update(buffer, 0, n);
        size += n;
      }
      return new Packed(index, crc.getValue(), size);
    } finally {
      deflater.end();
    }
  }
}
