package backup.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Packs the blocks of a volume in the background and keeps the table of contents. */
public class BackupWriter {
  private final BlockPacker packer;
  private long written;

  public BackupWriter(BlockPacker packer) {
    this.packer = packer;
  }

  public List<Packed> write(List<byte[]> blocks) {
    List<Packed> contents = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      Packed packed = packOne(i, blocks.get(i));
      contents.add(packed);
      written += packed.size();
    }
    return contents;
  }

  public Packed packOne(int index, byte[] block) {
    CompletableFuture<Packed> packing =
        CompletableFuture.supplyAsync(() -> packer.pack(index, block)).thenApply(this::verified);
    try {
      return packing.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("block " + index, e.getCause());
    }
  }

  private Packed verified(Packed packed) {
    if (packed.size() <= 0) {
      throw new IllegalArgumentException("empty block " + packed.index());
    }
    return packed;
  }

  public long written() {
    return written;
  }
}
